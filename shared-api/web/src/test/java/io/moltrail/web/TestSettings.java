package io.moltrail.web;

import io.moltrail.web.settings.Secret;
import io.moltrail.web.settings.Settings;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.mock.env.MockEnvironment;

/** An environment in which everything is right. */
public final class TestSettings {

  private TestSettings() {}

  public static Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>();
    variables.put("DATABASE_URL", "postgresql://app:pw@localhost:5432/moltrail");
    variables.put("PUBLIC_URL", EdgeServer.ISSUER);
    variables.put("TRUSTED_PROXIES", "127.0.0.1");
    variables.put("ALLOWED_ORIGINS", "https://lab.example");
    for (String name :
        new String[] {"SECRET_KEY", "LINK_KEY", "PASSWORD_PEPPER", "EMAIL_INDEX_KEY", "PII_KEK"}) {
      variables.put(name, randomHex());
    }
    return variables;
  }

  public static MockEnvironment environment(Map<String, String> variables) {
    MockEnvironment environment = new MockEnvironment();
    variables.forEach(environment::setProperty);
    return environment;
  }

  public static Settings good() {
    return Settings.read(environment(variables()));
  }

  public static Secret secret() {
    return Secret.parse(randomHex()).orElseThrow();
  }

  private static String randomHex() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
