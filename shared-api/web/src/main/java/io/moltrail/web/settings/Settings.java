package io.moltrail.web.settings;

import io.moltrail.messages.user.Tier;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.env.Environment;

/**
 * All that is configured (DESIGN §3). Read once at the start; whatever is wrong is named at once,
 * and nothing starts on wrong settings.
 *
 * @param publicUrl how the outside addresses this installation, without a slash at its end; the
 *     issuer of access tokens
 */
public record Settings(
    Env env,
    LogLevel logLevel,
    URI publicUrl,
    int port,
    int managementPort,
    Path dataDir,
    Databases databases,
    URI redisUrl,
    Network network,
    Secrets secrets,
    Wrapping wrapping,
    Limits limits,
    Accounts accounts) {

  /** Reads the environment of a process that needs everything. */
  public static Settings read(Environment environment) {
    return read(environment, Need.COMMAND_SIDE);
  }

  /**
   * @throws InvalidSettingsException naming every variable that is missing, unknown, weak or
   *     contradictory
   */
  public static Settings read(Environment environment, Set<Need> needs) {
    return new SettingsReader(new Variables(environment), needs).read();
  }

  public boolean production() {
    return env == Env.PRODUCTION;
  }

  /** It holds URLs with passwords in them, so it says nothing. */
  @Override
  public String toString() {
    return "Settings[" + env + "]";
  }

  /**
   * The log database, the read database (the same unless told otherwise), and the role that
   * migrates (the application's own unless told otherwise). Empty only in a process that declared
   * no need of a database.
   */
  public record Databases(
      Optional<Database> log, Optional<Database> read, Optional<Database> migration) {

    public Database required() {
      return log.orElseThrow(
          () -> new IllegalStateException("DATABASE_URL was not declared a need"));
    }

    public Database requiredForReading() {
      return read.orElseGet(this::required);
    }
  }

  /** Which browsers may call, and which neighbours may say who really calls. */
  public record Network(List<String> allowedOrigins, List<AddressRange> trustedProxies) {}

  /** The secrets that this process declared a need of; what wraps data keys is apart. */
  public record Secrets(Map<Need, Secret> byName, Optional<Secret> previousSecretKey) {

    public Secret secretKey() {
      return get(Need.SECRET_KEY);
    }

    public Secret linkKey() {
      return get(Need.LINK_KEY);
    }

    public Secret passwordPepper() {
      return get(Need.PASSWORD_PEPPER);
    }

    public Secret emailIndexKey() {
      return get(Need.EMAIL_INDEX_KEY);
    }

    private Secret get(Need need) {
      return Optional.ofNullable(byName.get(need))
          .orElseThrow(() -> new IllegalStateException(need + " was not declared a need"));
    }
  }

  /** How often who may call. */
  public record Limits(RateLimit login, RateLimit registration, Map<Tier, RateLimit> byTier) {

    public RateLimit of(Tier tier) {
      return byTier.getOrDefault(tier, new RateLimit(1, Duration.ofMinutes(1)));
    }
  }

  /** How accounts come, are told, and go. */
  public record Accounts(
      boolean verification,
      MailSink mailSink,
      Optional<URI> smtpUrl,
      Optional<URI> oidcIssuer,
      Optional<Administrator> administrator,
      Duration erasureGrace) {

    @Override
    public String toString() {
      return "Accounts[" + mailSink + "]";
    }
  }

  /**
   * The administrator to make at the first start.
   *
   * @param password empty when one is to be drawn and printed once
   */
  public record Administrator(String email, Optional<String> password) {

    @Override
    public String toString() {
      return "(an administrator)";
    }
  }
}
