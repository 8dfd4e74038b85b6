package io.moltrail.command.platform;

import io.moltrail.eventstore.envelope.Fingerprint;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.project.OwnershipTransferred;
import io.moltrail.messages.project.ProjectCreated;
import io.moltrail.messages.user.ChangeEmail;
import io.moltrail.messages.user.EmailAddress;
import io.moltrail.messages.user.EmailChanged;
import io.moltrail.messages.user.EmailVerified;
import io.moltrail.messages.user.UserId;
import io.moltrail.messages.user.UserRegistered;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who holds an e-mail address, and which project codes an owner has used. An address is first
 * claimed softly: the newest unverified attempt wins, and only verification makes the claim firm,
 * so that nobody can occupy another's address.
 */
public final class Names {

  private static final String ANYWHERE = "";

  private final JdbcClient jdbc;
  private final byte[] indexKey;

  /**
   * @param indexKey the blind index's key ({@code EMAIL_INDEX_KEY})
   */
  public Names(JdbcClient jdbc, byte[] indexKey) {
    this.jdbc = jdbc;
    this.indexKey = indexKey.clone();
  }

  /**
   * @throws UnfitToStartException when addresses in this database were indexed under another key:
   *     every account would be locked out, and every address free again
   */
  void requireOwnIndex() {
    jdbc.sql(
            "insert into command.key_check (name, fingerprint) values ('EMAIL_INDEX_KEY', ?) on"
                + " conflict do nothing")
        .param(fingerprint())
        .update();
    requireIndexOfTheDatabase();
  }

  /**
   * The same for whoever only looks: in a database that no command side has used yet, any key is
   * right.
   */
  void requireIndexOfTheDatabase() {
    boolean another =
        jdbc.sql("select fingerprint from command.key_check where name = 'EMAIL_INDEX_KEY'")
            .query(byte[].class)
            .optional()
            .filter(kept -> !MessageDigest.isEqual(fingerprint(), kept))
            .isPresent();
    if (another) {
      throw new UnfitToStartException(
          "EMAIL_INDEX_KEY is not the key under which this database's addresses were indexed");
    }
  }

  private byte[] fingerprint() {
    return Fingerprint.of(indexKey, "key-check", "EMAIL_INDEX_KEY");
  }

  /** The user whose verified address this is. */
  public Optional<UserId> holderOf(EmailAddress email) {
    return jdbc.sql(
            "select holder from claim where kind = 'email' and scope = ? and key = ? and" + " firm")
        .params(ANYWHERE, keyOf(email))
        .query((row, n) -> new UserId(row.getObject(1, UUID.class)))
        .optional();
  }

  /** The newest user who wants this address and has not shown yet that it is theirs. */
  public Optional<UserId> candidateFor(EmailAddress email) {
    return jdbc.sql(
            "select holder from claim where kind = 'email' and scope = ? and key = ? and"
                + " not firm")
        .params(ANYWHERE, keyOf(email))
        .query((row, n) -> new UserId(row.getObject(1, UUID.class)))
        .optional();
  }

  /**
   * Names the lock under which an address is claimed: of two attempts at once, the one that the log
   * has last must be the one that holds the claim.
   */
  String lockOf(EmailAddress email) {
    return lockOf(keyOf(email));
  }

  /**
   * The locks of the addresses that change hands, in ascending order: what is released can be
   * claimed at once, and the log must have both in that order. Under the user's own lock.
   */
  SortedSet<String> locksOf(ChangeEmail change) {
    SortedSet<String> locks = new TreeSet<>();
    locks.add(lockOf(change.email()));
    jdbc.sql("select key from claim where kind = 'email' and holder = ?")
        .param(change.userId().value())
        .query(byte[].class)
        .list()
        .forEach(key -> locks.add(lockOf(key)));
    return locks;
  }

  private static String lockOf(byte[] emailKey) {
    return "email:" + HexFormat.of().formatHex(emailKey);
  }

  /** An address that was erased is claimed by nobody. */
  void claim(UserRegistered event) {
    event.email().kept().ifPresent(email -> claim(email, event.userId()));
  }

  private void claim(EmailAddress email, UserId holder) {
    int claimed =
        jdbc.sql(
                """
                insert into claim (kind, scope, key, holder, firm) values ('email', ?, ?, ?, false)
                on conflict (kind, scope, key) do update set holder = excluded.holder where not claim.firm
                """)
            .params(ANYWHERE, keyOf(email), holder.value())
            .update();
    if (claimed == 0) {
      throw taken();
    }
  }

  void claim(EmailVerified event) {
    int made =
        jdbc.sql("update claim set firm = true where kind = 'email' and holder = ?")
            .param(event.userId().value())
            .update();
    if (made == 0) {
      throw new Refusal.Conflict(
          "verification-outdated", "A newer registration for this address exists; use its link.");
    }
  }

  /**
   * Somebody else's attempt that was not verified gives way, as the mailbox has been shown already;
   * the former address is free again.
   */
  void claim(EmailChanged event) {
    jdbc.sql("delete from claim where kind = 'email' and holder = ?")
        .param(event.userId().value())
        .update();
    event.email().kept().ifPresent(email -> claimFirmly(email, event.userId()));
  }

  private void claimFirmly(EmailAddress email, UserId holder) {
    int claimed =
        jdbc.sql(
                """
                insert into claim (kind, scope, key, holder, firm) values ('email', ?, ?, ?, true)
                on conflict (kind, scope, key) do update set holder = excluded.holder, firm = true
                where not claim.firm
                """)
            .params(ANYWHERE, keyOf(email), holder.value())
            .update();
    if (claimed == 0) {
      throw taken();
    }
  }

  private static Refusal.Conflict taken() {
    return new Refusal.Conflict("email-taken", "Somebody uses this e-mail address already.");
  }

  void claim(ProjectCreated event) {
    int claimed =
        jdbc.sql(
                """
                insert into claim (kind, scope, key, holder) values ('project-code', ?, ?, ?)
                on conflict (kind, scope, key) do nothing
                """)
            .params(
                event.owner().toString(),
                Fingerprint.of(indexKey, "project-code", event.code().value()),
                event.projectId().value())
            .update();
    if (claimed == 0) {
      throw new Refusal.Conflict(
          "project-code-taken", "You have a project with this code already; choose another code.");
    }
  }

  /** A code goes with its project; it is never free in between. */
  void claim(OwnershipTransferred event) {
    int claimed =
        jdbc.sql(
                """
                insert into claim (kind, scope, key, holder)
                select kind, ?, key, holder from claim
                where kind = 'project-code' and scope = ? and holder = ?
                on conflict (kind, scope, key) do nothing
                """)
            .params(
                event.newOwner().toString(),
                event.formerOwner().toString(),
                event.projectId().value())
            .update();
    if (claimed == 0) {
      throw new Refusal.Conflict(
          "project-code-taken", "The new owner has a project with this code already.");
    }
    jdbc.sql("delete from claim where kind = 'project-code' and scope = ? and holder = ?")
        .params(event.formerOwner().toString(), event.projectId().value())
        .update();
  }

  /** The fingerprint under which an address is claimed. */
  byte[] keyOf(EmailAddress email) {
    return Fingerprint.of(indexKey, "email", email.value());
  }
}
