package io.moltrail.acceptance;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A standalone Moltrail with an administrator whom the test knows. */
final class Installation implements Running {

  static final String ADMINISTRATOR = "admin@moltrail.example";
  static final String PASSWORD = "correct horse battery staple";

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private MoltrailProcess process;
  private @Nullable HttpCaller administrator;

  private Installation(Path folder) {
    this.folder = folder;
    environment.put("DATA_DIR", folder.resolve("data").toString());
    environment.put("ADMIN_EMAIL", ADMINISTRATOR);
    environment.put("ADMIN_PASSWORD", PASSWORD);
    environment.put("TRUSTED_PROXIES", "127.0.0.1"); // tests may say from where they call
    environment.put("PUBLIC_URL", "http://moltrail.example"); // tokens outlive a change of port
    this.process = MoltrailProcess.start(MoltrailProcess.STANDALONE, folder, environment);
  }

  static Installation in(Path folder) {
    return new Installation(folder);
  }

  MoltrailProcess process() {
    return process;
  }

  Path folder() {
    return folder;
  }

  /** Starts it again on the same data, after it was stopped or killed. */
  void startAgain() {
    process = MoltrailProcess.start(MoltrailProcess.STANDALONE, folder, environment);
    administrator = null;
  }

  HttpCaller anonymous() {
    return new HttpCaller(process.address());
  }

  /** Logged in once: an account can only be logged in to five times a minute. */
  HttpCaller administrator() {
    HttpCaller known = administrator;
    if (known == null) {
      known = anonymous().login(ADMINISTRATOR, PASSWORD);
      administrator = known;
    }
    return known;
  }

  /** A new ENTERPRISE user, logged in. */
  Person person(String name) {
    return person(name, "ENTERPRISE");
  }

  Person person(String name, String tier) {
    return person(anonymous(), administrator(), name, tier);
  }

  static Person person(HttpCaller anonymous, HttpCaller administrator, String name) {
    return person(anonymous, administrator, name, "ENTERPRISE");
  }

  private static Person person(
      HttpCaller anonymous, HttpCaller administrator, String name, String tier) {
    String email = name.toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID() + "@moltrail.example";
    String id =
        administrator
            .post(
                "/v1/admin/users",
                Map.of(
                    "email", email,
                    "displayName", name,
                    "password", PASSWORD,
                    "tier", tier,
                    "roles", List.of("USER")))
            .expect(201)
            .json()
            .get("id")
            .stringValue();
    return new Person(id, email, anonymous.login(email, PASSWORD));
  }

  @Override
  public void requireNoFailure() {
    process.requireNoFailure();
  }

  @Override
  public void close() {
    process.close();
  }

  /** Somebody who uses Moltrail. */
  record Person(String id, String email, HttpCaller caller) {}
}
