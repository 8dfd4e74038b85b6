package io.moltrail.query.platform.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.RowMapper;

/**
 * A row of a list.
 *
 * @param key what {@link Order#key} has selected
 */
public record Listed<T>(T item, String id, String key) {

  public static <T> RowMapper<Listed<T>> rows(RowMapper<T> items) {
    return (row, n) -> of(items.mapRow(row, n), row);
  }

  private static <T> Listed<T> of(T item, ResultSet row) throws SQLException {
    return new Listed<>(item, row.getString("id"), row.getString("sort_key"));
  }
}
