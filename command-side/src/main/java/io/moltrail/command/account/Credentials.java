package io.moltrail.command.account;

import io.moltrail.command.platform.Names;
import io.moltrail.command.platform.Rights;
import io.moltrail.messages.user.EmailAddress;
import io.moltrail.messages.user.UserId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What users show to be let in. State, not history: no event has ever seen a hash. */
final class Credentials {

  private static final UserId NOBODY = new UserId(new UUID(0, 0));

  private final JdbcClient jdbc;
  private final Names names;
  private final Rights rights;

  Credentials(JdbcClient jdbc, Names names, Rights rights) {
    this.jdbc = jdbc;
    this.names = names;
    this.rights = rights;
  }

  /** Of the user who holds the address; asks the database as much when nobody does. */
  Optional<Credential> of(EmailAddress email) {
    UserId holder = names.holderOf(email).orElse(NOBODY);
    boolean admitted = rights.active(holder);
    return jdbc.sql("select password_hash from command.credential where user_id = ?")
        .param(holder.value())
        .query((row, n) -> new Credential(holder, row.getString(1), admitted))
        .optional();
  }

  /** Of a user who has been let in. */
  Optional<Credential> of(UserId user) {
    return jdbc.sql("select password_hash from command.credential where user_id = ?")
        .param(user.value())
        .query((row, n) -> new Credential(user, row.getString(1), true))
        .optional();
  }

  /** Inside the transaction that opens the account. */
  void add(UserId user, String hash) {
    jdbc.sql("insert into command.credential (user_id, password_hash) values (?, ?)")
        .params(user.value(), hash)
        .update();
  }

  /** Another password. */
  void replace(UserId user, String hash) {
    jdbc.sql(
            "update command.credential set password_hash = ?, changed_at = now() where user_id = ?")
        .params(hash, user.value())
        .update();
  }

  /**
   * Whether the password is still the one that was compared. Inside a transaction: until its end
   * the credential stays as it is, so that no session is opened by a password that has just been
   * replaced.
   */
  boolean stillHolds(Credential compared) {
    return jdbc.sql(
            """
            select password_hash from command.credential where user_id = ? and password_hash = ?
            for no key update
            """)
        .params(compared.user().value(), compared.hash())
        .query(String.class)
        .optional()
        .isPresent();
  }

  /** The same password under a better scheme. */
  void rehashed(UserId user, String hash) {
    jdbc.sql("update command.credential set password_hash = ? where user_id = ?")
        .params(hash, user.value())
        .update();
  }

  /**
   * @param admitted whether the user is verified and not suspended
   */
  record Credential(UserId user, String hash, boolean admitted) {

    @Override
    public String toString() {
      return "(a credential)";
    }
  }
}
