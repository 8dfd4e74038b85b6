package io.moltrail.command.molecule;

import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.user.Tier;
import io.moltrail.web.settings.TierGrants;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Hands out molecule numbers and counts molecules against the quota of the project's owner, in a
 * short transaction of its own. Numbers may have gaps and are never handed out twice, whatever
 * becomes of the command that they were drawn for.
 */
public final class Numbers {

  private final JdbcClient jdbc;

  public Numbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Reserves as many as there is room for, at most {@code wanted}; perhaps none. */
  Block reserve(ProjectId project, int wanted) {
    return jdbc.sql(
            """
            with room as (
              select project_id, least(:wanted, greatest(:limit - reserved, 0)) as granted
              from command.project_counter where project_id = :project for update)
            update command.project_counter c
            set next_number = next_number + room.granted, reserved = reserved + room.granted
            from room where c.project_id = room.project_id
            returning c.next_number - room.granted, room.granted
            """)
        .param("wanted", wanted)
        .param("project", project.value())
        .param("limit", limit(project))
        .query((row, n) -> new Block(row.getLong(1), row.getInt(2)))
        .optional()
        .orElse(new Block(0, 0));
  }

  /** Gives back room for molecules that certainly were not added; their numbers stay unused. */
  void giveBack(ProjectId project, int unused) {
    if (unused > 0) {
      jdbc.sql("update command.project_counter set reserved = reserved - ? where project_id = ?")
          .params(unused, project.value())
          .update();
    }
  }

  private long limit(ProjectId project) {
    return jdbc.sql(
            """
            select r.tier from command.membership m join command.user_rights r using (user_id)
            where m.project_id = ? and m.role = 'OWNER'
            """)
        .param(project.value())
        .query((row, n) -> TierGrants.of(Tier.valueOf(row.getString(1))).moleculesPerProject())
        .optional()
        .orElse(0L);
  }

  /** Consecutive numbers. */
  record Block(long first, int size) {}
}
