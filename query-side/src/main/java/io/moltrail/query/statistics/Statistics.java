package io.moltrail.query.statistics;

import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.statistics.ProjectStats.Day;
import io.moltrail.query.statistics.ProjectStats.Molecules;
import io.moltrail.query.statistics.ProjectStats.Properties;
import io.moltrail.query.statistics.ProjectStats.Range;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts what a project holds. Every column that it asks of a molecule stands in the index {@code
 * molecules_in_figures}; one who joins another column reads the whole table.
 */
final class Statistics {

  private static final int DAYS = 30;

  /** First by person, of whom there are few, then over all: one pass, and no sorting. */
  private static final String HELD =
      """
      with part as (
        select created_by, archived, count(*) as molecules,
          min(average_mass) as min_mass, sum(average_mass) as masses, count(average_mass) as weighed,
          max(average_mass) as max_mass,
          min(log_p) as min_log_p, sum(log_p) as log_ps, count(log_p) as measured, max(log_p) as max_log_p
        from molecules where project_id = ? group by created_by, archived)
      select coalesce(sum(molecules), 0) as molecules,
        coalesce(sum(molecules) filter (where archived), 0) as archived,
        count(distinct created_by) as contributors,
        min(min_mass) filter (where not archived) as min_mass,
        sum(masses) filter (where not archived) / nullif(sum(weighed) filter (where not archived), 0) as mean_mass,
        max(max_mass) filter (where not archived) as max_mass,
        min(min_log_p) filter (where not archived) as min_log_p,
        sum(log_ps) filter (where not archived) / nullif(sum(measured) filter (where not archived), 0) as mean_log_p,
        max(max_log_p) filter (where not archived) as max_log_p
      from part
      """;

  Statistics() {}

  /**
   * @param today the last of the days that are told
   */
  ProjectStats of(ReadSchema schema, ProjectId project, LocalDate today) {
    Held held =
        schema.jdbc().sql(HELD).param(project.value()).query((row, n) -> held(row)).single();
    return new ProjectStats(
        held.molecules(),
        membersByRole(schema, project),
        held.contributors(),
        addedPerDay(schema, project, today),
        held.properties());
  }

  private static Held held(ResultSet row) throws SQLException {
    return new Held(
        new Molecules(row.getLong("molecules"), row.getLong("archived")),
        row.getLong("contributors"),
        new Properties(range(row, "mass"), range(row, "log_p")));
  }

  /** Nobody knows the values of what was erased; there may be none at all. */
  private static @Nullable Range range(ResultSet row, String what) throws SQLException {
    double mean = row.getDouble("mean_" + what);
    return row.wasNull()
        ? null
        : new Range(
            row.getDouble("min_" + what),
            Math.round(mean * 10_000) / 10_000.0,
            row.getDouble("max_" + what));
  }

  private static Map<MemberRole, Long> membersByRole(ReadSchema schema, ProjectId project) {
    Map<MemberRole, Long> members = new EnumMap<>(MemberRole.class);
    for (MemberRole role : MemberRole.values()) {
      members.put(role, 0L);
    }
    schema
        .jdbc()
        .sql("select role, count(*) from members where project_id = ? group by role")
        .param(project.value())
        .query(
            row -> {
              members.put(MemberRole.valueOf(row.getString(1)), row.getLong(2));
            });
    return members;
  }

  private static List<Day> addedPerDay(ReadSchema schema, ProjectId project, LocalDate today) {
    LocalDate first = today.minusDays(DAYS - 1L);
    Map<LocalDate, Long> added = new HashMap<>();
    schema
        .jdbc()
        .sql(
            """
            select cast(created_at at time zone 'UTC' as date), count(*) from molecules
            where project_id = ? and created_at >= ? and created_at < ? group by 1
            """)
        .params(
            project.value(),
            first.atStartOfDay().atOffset(ZoneOffset.UTC),
            today.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC))
        .query(
            row -> {
              added.put(row.getObject(1, LocalDate.class), row.getLong(2));
            });
    return first
        .datesUntil(today.plusDays(1))
        .map(day -> new Day(day, added.getOrDefault(day, 0L)))
        .toList();
  }

  private record Held(Molecules molecules, long contributors, Properties properties) {}
}
