package io.moltrail.query.platform.database;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which of the two schemas answers. Read at the start and whenever the pointer is said to have
 * moved.
 */
public final class LiveView {

  private final JdbcClient control;
  private final Map<String, ReadSchema> schemas;
  private volatile ReadSchema current;

  LiveView(JdbcClient control, List<ReadSchema> schemas) {
    this.control = control;
    this.schemas =
        schemas.stream()
            .collect(Collectors.toUnmodifiableMap(ReadSchema::name, Function.identity()));
    this.current = schemas.getFirst();
  }

  public ReadSchema current() {
    return current;
  }

  public void refresh() {
    String name = control.sql("select schema from query.live_view").query(String.class).single();
    current = Objects.requireNonNull(schemas.get(name), name);
  }
}
