package io.moltrail.standalone.embedded;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The standalone's passwords and keys: drawn once, then read from {@code secrets.properties} for
 * ever.
 */
final class Secrets {

  static final String FILE = "secrets.properties";
  static final String SUPERUSER_PASSWORD = "POSTGRES_SUPERUSER_PASSWORD";
  static final String MIGRATOR_PASSWORD = "POSTGRES_MIGRATOR_PASSWORD";
  static final String COMMAND_PASSWORD = "POSTGRES_COMMAND_PASSWORD";
  static final String QUERY_PASSWORD = "POSTGRES_QUERY_PASSWORD";
  static final String REDIS_PASSWORD = "REDIS_PASSWORD";

  private static final List<String> PASSWORDS =
      List.of(
          SUPERUSER_PASSWORD, MIGRATOR_PASSWORD, COMMAND_PASSWORD, QUERY_PASSWORD, REDIS_PASSWORD);
  private static final List<String> KEYS =
      List.of("SECRET_KEY", "LINK_KEY", "PASSWORD_PEPPER", "EMAIL_INDEX_KEY", "PII_KEK");
  private static final String HEADING =
      """
      # Made by Moltrail at its first start. Whoever has this file can read everything; whoever loses it, nothing:
      # keep it out of sight, and back it up apart from the data.
      """;

  private final Map<String, String> values;

  private Secrets(Map<String, String> values) {
    this.values = values;
  }

  /**
   * @param mayDraw whether new secrets may be drawn: not when there is data already, which they
   *     could not open
   * @throws IllegalStateException when secrets are missing that the data needs
   */
  static Secrets of(Path folder, boolean mayDraw) throws IOException {
    Path file = folder.resolve(FILE);
    if (Files.exists(file)) {
      return read(file);
    }
    if (!mayDraw) {
      throw new IllegalStateException(
          "The data folder "
              + folder
              + " holds a database but no "
              + FILE
              + ". Put the file back from your backup: without it the data cannot be read.");
    }
    Secrets drawn = draw();
    OwnerOnly.write(file, drawn.asFile());
    return drawn;
  }

  String password(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("No secret is called " + name);
    }
    return value;
  }

  /** What the application is configured with, by the names of {@code .env.example}. */
  Map<String, String> keys() {
    Map<String, String> keys = new LinkedHashMap<>();
    KEYS.forEach(name -> keys.put(name, password(name)));
    return Map.copyOf(keys);
  }

  private static Secrets read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    Map<String, String> values = new TreeMap<>();
    properties
        .stringPropertyNames()
        .forEach(name -> values.put(name, properties.getProperty(name).strip()));

    List<String> missing =
        names().stream().filter(name -> values.getOrDefault(name, "").isEmpty()).toList();
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          file
              + " lacks "
              + String.join(", ", missing)
              + ". Put the file back from your backup: new values could not open the data.");
    }
    return new Secrets(values);
  }

  private static Secrets draw() {
    SecureRandom random = new SecureRandom();
    Map<String, String> values = new LinkedHashMap<>();
    PASSWORDS.forEach(
        name ->
            values.put(
                name, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random))));
    KEYS.forEach(name -> values.put(name, Base64.getEncoder().encodeToString(bytes(random))));
    return new Secrets(values);
  }

  private static byte[] bytes(SecureRandom random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return bytes;
  }

  private static List<String> names() {
    return Stream.concat(PASSWORDS.stream(), KEYS.stream()).toList();
  }

  private String asFile() {
    StringBuilder file = new StringBuilder(HEADING);
    names().forEach(name -> file.append(name).append('=').append(password(name)).append('\n'));
    return file.toString();
  }
}
