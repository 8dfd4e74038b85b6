package io.moltrail.eventstore.envelope;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Wraps all data keys under the current wrapping key, page by page, while both sides work: each
 * page is one short statement that changes a row only if it still holds the bytes that were read,
 * so a key that was destroyed meanwhile stays destroyed. What is done is done: begun again, it goes
 * on with the rest. Keys of texts are wrapped by their owners' keys and do not change.
 *
 * <p>Needs the right to update the table, which neither side has.
 */
public final class WrappingKeyRotation {

  private final JdbcTemplate jdbc;
  private final Keyring keyring;
  private final int page;
  private long rewrapped;
  private final List<String> unreadable = new ArrayList<>();

  /**
   * @param migrator enters as the owner of the table
   * @param page rows at a time
   */
  public WrappingKeyRotation(DataSource migrator, Keyring keyring, int page) {
    this.jdbc = new JdbcTemplate(migrator);
    this.keyring = keyring;
    this.page = page;
  }

  /**
   * @throws WrongWrappingKeyException when the database holds keys that none of ours unwraps
   * @throws KeyKeeperUnavailableException when a wrapping key cannot be used now; what was done
   *     stays done
   */
  public Outcome run() {
    new DataKeys(JdbcClient.create(jdbc), keyring).requireOwnWrapping();
    for (String name : former()) {
      Optional<String> after = Optional.of("");
      while (after.isPresent()) {
        after = step(name, after.get());
      }
    }
    return new Outcome(rewrapped, unreadable.size(), left());
  }

  /**
   * One page of the keys that are wrapped under {@code name}, of subjects after {@code after};
   * tells where it ends, or nothing when it was the last.
   */
  Optional<String> step(String name, String after) {
    List<Wrapped> found = read(name, after);
    List<Rewrapped> changes = new ArrayList<>();
    for (Wrapped row : found) {
      unwrapped(name, row)
          .ifPresentOrElse(
              key -> changes.add(new Rewrapped(row, keyring.wrap(key, row.subject()))),
              () -> unreadable.add(row.subject()));
    }
    rewrapped += write(name, changes);
    return found.size() < page ? Optional.empty() : Optional.of(found.getLast().subject());
  }

  /** Empty when the bytes are not what that key has wrapped. */
  private Optional<SecretKey> unwrapped(String name, Wrapped row) {
    try {
      return Optional.of(keyring.unwrap(name, row.bytes(), row.subject()));
    } catch (IllegalStateException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private List<String> former() {
    return new DataKeyTable(JdbcClient.create(jdbc))
        .wrappingKeys().stream().filter(it -> !it.equals(keyring.current())).toList();
  }

  private long left() {
    return former().stream().mapToLong(this::count).sum();
  }

  private long count(String name) {
    return JdbcClient.create(jdbc)
        .sql(
            """
            select count(*) from log.data_key
            where wrapped_by = ? and wrapped_key is not null and subject not like 'text:%'
            """)
        .param(name)
        .query(Long.class)
        .single();
  }

  private List<Wrapped> read(String name, String after) {
    return jdbc.query(
        """
        select subject, wrapped_key from log.data_key
        where wrapped_by = ? and subject > ? and wrapped_key is not null and subject not like 'text:%'
        order by subject limit ?
        """,
        (row, n) -> new Wrapped(row.getString(1), row.getBytes(2)), name, after, page);
  }

  private int write(String name, List<Rewrapped> changes) {
    return changes.isEmpty()
        ? 0
        : jdbc.update(
            """
            update log.data_key k set wrapped_key = r.fresh, wrapped_by = ?
            from unnest(?, ?, ?) as r (subject, former, fresh)
            where k.subject = r.subject and k.wrapped_key = r.former and k.wrapped_by = ?
            """,
            statement -> {
              Connection connection = statement.getConnection();
              statement.setString(1, keyring.current());
              statement.setArray(2, texts(connection, changes));
              statement.setArray(3, bytes(connection, changes, it -> it.row().bytes()));
              statement.setArray(4, bytes(connection, changes, Rewrapped::fresh));
              statement.setString(5, name);
            });
  }

  private static Array texts(Connection connection, List<Rewrapped> changes) throws SQLException {
    return connection.createArrayOf(
        "text", changes.stream().map(it -> it.row().subject()).toArray());
  }

  private static Array bytes(
      Connection connection, List<Rewrapped> changes, Function<Rewrapped, byte[]> field)
      throws SQLException {
    return connection.createArrayOf("bytea", changes.stream().map(field).toArray(byte[][]::new));
  }

  /**
   * @param rewrapped how many keys were wrapped anew
   * @param unreadable how many the wrapping key they name did not unwrap
   * @param left how many are still wrapped under another key than the current one
   */
  public record Outcome(long rewrapped, long unreadable, long left) {

    public boolean complete() {
      return left == 0;
    }
  }

  private record Wrapped(String subject, byte[] bytes) {}

  private record Rewrapped(Wrapped row, byte[] fresh) {}
}
