package io.moltrail.command.account;

import io.moltrail.command.platform.Rights;
import io.moltrail.command.platform.UnfitToStartException;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.Refusal.Fault;
import io.moltrail.messages.user.DisplayName;
import io.moltrail.messages.user.EmailAddress;
import io.moltrail.web.ReadinessCheck;
import io.moltrail.web.settings.Settings;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/**
 * Makes the first administrator when there is none, at the start, from {@code ADMIN_EMAIL} and
 * {@code ADMIN_PASSWORD} or with a password drawn at random. An advisory lock lets one of several
 * starting nodes do it.
 */
final class FirstAdministrator implements ApplicationRunner, ReadinessCheck {

  private static final String DEFAULT_EMAIL = "admin@localhost.localdomain";
  private static final DisplayName NAME = new DisplayName("Administrator");
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int DRAWN_LENGTH = 24;

  /** Another node may be hashing the password right now, on a slow machine. */
  private static final String PATIENCE = "set lock_timeout = '25s'";

  private static final String LOCK =
      "select pg_advisory_lock(hashtextextended('moltrail first administrator', 0))";
  private static final String UNLOCK =
      "select pg_advisory_unlock(hashtextextended('moltrail first administrator', 0))";

  private final DataSource dataSource;
  private final Rights rights;
  private final Administrators administrators;
  private final PasswordPolicy policy;
  private final Optional<Settings.Administrator> wanted;
  private final List<AdministratorAnnouncement> announcements;
  private volatile boolean there;

  FirstAdministrator(
      DataSource dataSource,
      Rights rights,
      Administrators administrators,
      PasswordPolicy policy,
      Optional<Settings.Administrator> wanted,
      List<AdministratorAnnouncement> announcements) {
    this.dataSource = dataSource;
    this.rights = rights;
    this.administrators = administrators;
    this.policy = policy;
    this.wanted = wanted;
    this.announcements = List.copyOf(announcements);
  }

  /**
   * Runs when the server is up, so that nothing can fail between the account and its announcement.
   *
   * @throws UnfitToStartException when the settings name one that cannot be
   */
  @Override
  public void run(ApplicationArguments arguments) {
    if (!rights.hasAdministrator()) {
      makeAlone().ifPresent(first -> announcements.forEach(it -> it.announce(first)));
    }
    there = true;
  }

  @Override
  public String name() {
    return "first administrator";
  }

  @Override
  public boolean ready() {
    return there;
  }

  /**
   * The lock's connection is not the command's: that one takes its own locks, and commits. Nor is
   * it in a transaction, which would be idle while the password is hashed.
   */
  private Optional<InitialAdministrator> makeAlone() {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(PATIENCE);
      try {
        statement.execute(LOCK);
        return rights.hasAdministrator() ? Optional.empty() : make();
      } finally {
        statement.execute(UNLOCK);
        statement.execute("reset lock_timeout");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the first administrator could not be made", e);
    }
  }

  private Optional<InitialAdministrator> make() {
    String email = wanted.map(Settings.Administrator::email).orElse(DEFAULT_EMAIL);
    Optional<String> given = wanted.flatMap(Settings.Administrator::password);
    String password = given.orElseGet(FirstAdministrator::draw);
    EmailAddress address = EmailAddress.parse(email).orElseThrow();
    policy.fault("", password, address, NAME).ifPresent(FirstAdministrator::refuse);
    try {
      administrators.openFirst(new Applicant(address, NAME, password));
    } catch (Refusal.Conflict e) {
      throw new UnfitToStartException(
          "ADMIN_EMAIL belongs to an account that is no administrator's; set another address");
    }
    return given.isPresent()
        ? Optional.empty()
        : Optional.of(new InitialAdministrator(address.value(), password));
  }

  private static void refuse(Fault fault) {
    throw new UnfitToStartException(
        "ADMIN_PASSWORD is not good enough: " + fault.detail().replaceFirst("\\.$", ""));
  }

  private static String draw() {
    return new SecureRandom()
        .ints(DRAWN_LENGTH, 0, ALPHABET.length())
        .map(ALPHABET::charAt)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
