package io.moltrail.command.platform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Live counters against what the claims say. More may be reserved than is used, and numbers may be
 * left out; fewer or smaller would break quota or hand out a number twice.
 *
 * @param wrong what is wrong, by project
 * @param reservedInVain over all projects
 */
record Counters(List<String> wrong, long reservedInVain) {

  static Counters compare(JdbcTemplate live, JdbcTemplate rebuilt) {
    Map<UUID, Counter> counted =
        read(rebuilt, "select project_id, next_number, reserved from pg_temp.project_counter");
    Map<UUID, Counter> kept =
        read(live, "select project_id, next_number, reserved from command.project_counter");
    List<String> wrong = new ArrayList<>();
    long inVain = 0;
    for (Map.Entry<UUID, Counter> entry : counted.entrySet()) {
      Counter used = entry.getValue();
      Counter stored = kept.remove(entry.getKey());
      if (stored == null || stored.lessThan(used)) {
        wrong.add("project " + entry.getKey() + " uses " + used + " and stores " + stored);
      } else {
        inVain += stored.reserved() - used.reserved();
      }
    }
    kept.keySet().forEach(project -> wrong.add("project " + project + " is not in the log"));
    return new Counters(List.copyOf(wrong), inVain);
  }

  private static Map<UUID, Counter> read(JdbcTemplate jdbc, String sql) {
    Map<UUID, Counter> counters = new HashMap<>();
    jdbc.query(
        sql,
        row -> {
          counters.put(row.getObject(1, UUID.class), new Counter(row.getLong(2), row.getLong(3)));
        });
    return counters;
  }

  private record Counter(long nextNumber, long reserved) {

    boolean lessThan(Counter other) {
      return nextNumber < other.nextNumber || reserved < other.reserved;
    }
  }
}
