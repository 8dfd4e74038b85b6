package io.moltrail.command.molecule;

import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.user.Tier;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Hands out molecule numbers and counts molecules against the quota of the project's owner, in a
 * short transaction of its own. Numbers may have gaps and are never used twice.
 */
public final class Numbers {

  private static final Map<Tier, Long> MOLECULES_PER_PROJECT =
      Map.of(Tier.FREE, 10_000L, Tier.PRO, 250_000L, Tier.ENTERPRISE, 5_000_000L);

  private final JdbcClient jdbc;

  public Numbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The first of a block of numbers; empty when the owner's tier does not allow so many molecules.
   */
  Optional<Long> reserve(ProjectId project, int count) {
    return jdbc.sql(
            """
            update command.project_counter set next_number = next_number + :count, reserved = reserved + :count
            where project_id = :project and reserved + :count <= :limit
            returning next_number - :count
            """)
        .param("count", count)
        .param("project", project.value())
        .param("limit", limit(project))
        .query(Long.class)
        .optional();
  }

  /**
   * Gives back what was reserved and not used; the numbers too, where nobody has drawn later ones.
   */
  void giveBack(ProjectId project, long first, int reserved, int used) {
    if (used == reserved) {
      return;
    }
    jdbc.sql(
            """
            update command.project_counter set reserved = reserved - :unused,
              next_number = case when :used = 0 and next_number = :first + :reserved then :first else next_number end
            where project_id = :project
            """)
        .param("unused", reserved - used)
        .param("used", used)
        .param("reserved", reserved)
        .param("first", first)
        .param("project", project.value())
        .update();
  }

  private long limit(ProjectId project) {
    return jdbc.sql(
            """
            select r.tier from command.membership m join command.user_rights r using (user_id)
            where m.project_id = ? and m.role = 'OWNER'
            """)
        .param(project.value())
        .query((row, n) -> MOLECULES_PER_PROJECT.get(Tier.valueOf(row.getString(1))))
        .optional()
        .orElse(0L);
  }
}
