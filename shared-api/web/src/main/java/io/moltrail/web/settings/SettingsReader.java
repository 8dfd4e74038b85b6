package io.moltrail.web.settings;

import io.moltrail.messages.user.EmailAddress;
import io.moltrail.messages.user.Tier;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the environment into {@link Settings}, group by group; the checks across groups are in
 * {@link Contradictions}.
 */
final class SettingsReader {

  private static final List<Need> SECRETS =
      List.of(Need.SECRET_KEY, Need.LINK_KEY, Need.PASSWORD_PEPPER, Need.EMAIL_INDEX_KEY);
  private static final String SECRET_FORM =
      "at least 32 random bytes in base64 or hexadecimal (openssl rand -base64 32)";

  private final Variables variables;
  private final Set<Need> needs;

  SettingsReader(Variables variables, Set<Need> needs) {
    this.variables = variables;
    this.needs = Set.copyOf(needs);
  }

  Settings read() {
    Env env = variables.choice("ENV", Env.class).orElse(Env.DEVELOPMENT);
    int port = port("PORT", 8080);
    Wrapping wrapping = new WrappingReader(variables, needs.contains(Need.PII_KEK)).read();
    Settings settings =
        new Settings(
            env,
            variables.choice("LOG_LEVEL", LogLevel.class).orElse(LogLevel.INFO),
            variables
                .parsed("PUBLIC_URL", "an http or https address without path", Urls::origin)
                .orElse(URI.create("http://localhost:" + port)),
            port,
            port("MANAGEMENT_PORT", 9090),
            Path.of(variables.text("DATA_DIR").orElse("./data")),
            databases(env),
            variables
                .parsed("REDIS_URL", "a redis:// or rediss:// address", Urls::redis)
                .orElse(URI.create("redis://localhost:6379")),
            network(),
            secrets(wrapping),
            wrapping,
            limits(),
            accounts(env));
    new Contradictions(settings, variables).check();
    if (!variables.faults().isEmpty()) {
      throw new InvalidSettingsException(variables.faults());
    }
    return settings;
  }

  private int port(String name, int otherwise) {
    return variables.parsed(name, "a port (0 to 65535)", Ports::parse).orElse(otherwise);
  }

  private Settings.Databases databases(Env env) {
    variables.faultIf(
        needs.contains(Need.DATABASE_URL) && variables.text("DATABASE_URL").isEmpty(),
        "DATABASE_URL is not set");
    Optional<Database> log = database("DATABASE_URL").map(this::entered);
    Optional<Database> read =
        database("READ_DATABASE_URL").map(it -> inherit(it, log)).or(() -> log);
    Optional<Database> migration = database("MIGRATION_DATABASE_URL");
    return env == Env.PRODUCTION
        ? new Settings.Databases(
            log.map(Database::verified),
            read.map(Database::verified),
            migration.map(Database::verified))
        : new Settings.Databases(log, read, migration);
  }

  private Optional<Database> database(String name) {
    return variables.parsed(
        name, "a postgresql:// or jdbc:postgresql:// address with a database", Database::parse);
  }

  /** User and password may stand beside the address, but must not say something else. */
  private Database entered(Database database) {
    return database.enteredBy(
        same("DATABASE_USER", database.user()), same("DATABASE_PASSWORD", database.password()));
  }

  private String same(String name, String inUrl) {
    String beside = variables.text(name).orElse(inUrl);
    variables.faultIf(
        !inUrl.isEmpty() && !beside.equals(inUrl), name + " contradicts what DATABASE_URL says");
    return beside;
  }

  private static Database inherit(Database read, Optional<Database> log) {
    return read.user().isEmpty() && log.isPresent()
        ? read.enteredBy(log.get().user(), log.get().password())
        : read;
  }

  private Settings.Network network() {
    return new Settings.Network(
        variables.list(
            "ALLOWED_ORIGINS", "origins such as https://lab.example", Urls::allowedOrigin),
        variables.list("TRUSTED_PROXIES", "addresses or CIDR ranges", AddressRange::parse));
  }

  private Settings.Secrets secrets(Wrapping wrapping) {
    Map<Need, Secret> found = new EnumMap<>(Need.class);
    for (Need need : SECRETS) {
      variables.faultIf(
          needs.contains(need) && variables.text(need.name()).isEmpty(), need + " is not set");
      Optional<Secret> secret = variables.parsed(need.name(), SECRET_FORM, Secret::parse);
      secret.filter(it -> needs.contains(need)).ifPresent(it -> found.put(need, it));
    }
    Map<Secret, String> seen = new HashMap<>();
    found.forEach((need, secret) -> refuseAgain(secret, need.name(), seen));
    wrapping
        .current()
        .flatMap(WrappingKey::given)
        .ifPresent(it -> refuseAgain(it, "PII_KEK", seen));
    wrapping.previous().stream()
        .flatMap(it -> it.given().stream())
        .filter(it -> !"PII_KEK".equals(seen.get(it)))
        .forEach(it -> refuseAgain(it, "PII_KEK_PREVIOUS", seen));
    return new Settings.Secrets(
        Map.copyOf(found), variables.parsed("SECRET_KEY_PREVIOUS", SECRET_FORM, Secret::parse));
  }

  private void refuseAgain(Secret secret, String name, Map<Secret, String> seen) {
    String first = seen.putIfAbsent(secret, name);
    variables.faultIf(first != null, first + " and " + name + " are the same");
  }

  private Settings.Limits limits() {
    return new Settings.Limits(
        limit("RATE_LIMIT_LOGIN", "5/1m"),
        limit("RATE_LIMIT_REGISTRATION", "3/1h"),
        Map.of(
            Tier.FREE, limit("RATE_LIMIT_FREE", "120/1m"),
            Tier.PRO, limit("RATE_LIMIT_PRO", "1200/1m"),
            Tier.ENTERPRISE, limit("RATE_LIMIT_ENTERPRISE", "12000/1m")));
  }

  private RateLimit limit(String name, String otherwise) {
    return variables
        .parsed(name, "a rate such as 5/1m", RateLimit::parse)
        .orElseGet(() -> RateLimit.parse(otherwise).orElseThrow());
  }

  private Settings.Accounts accounts(Env env) {
    Optional<String> email =
        variables.parsed(
            "ADMIN_EMAIL",
            "an e-mail address",
            text -> EmailAddress.parse(text).map(ignored -> text));
    return new Settings.Accounts(
        variables.choice("REGISTRATION_VERIFICATION", Switch.class).orElse(Switch.ON) == Switch.ON,
        variables
            .choice("MAIL_SINK", MailSink.class)
            .orElse(env == Env.PRODUCTION ? MailSink.SMTP : MailSink.FILE),
        variables.parsed("SMTP_URL", "an smtp:// or smtps:// address", Urls::smtp),
        variables.parsed("OIDC_ISSUER_URI", "an http or https address", Urls::web),
        email.map(it -> new Settings.Administrator(it, variables.text("ADMIN_PASSWORD"))),
        variables
            .parsed("ERASURE_GRACE", "a duration such as 7d", Durations::parse)
            .orElse(Duration.ofDays(7)));
  }

  private enum Switch {
    ON,
    OFF
  }
}
