package io.moltrail.query.platform.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows on their way to the database and back. A batch travels as one JSON parameter that {@code
 * json_populate_recordset} unfolds into the table's own row type: one statement, whatever is null.
 */
public final class Rows {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private Rows() {}

  /**
   * @param rows records whose components are called like the table's columns, in camel case
   */
  public static String json(Collection<?> rows) {
    return MAPPER.writeValueAsString(rows);
  }

  /** For {@code = any (cast(? as uuid[]))}. */
  public static Object ids(Collection<?> ids) {
    return ids.stream().map(Object::toString).toArray(String[]::new);
  }

  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
