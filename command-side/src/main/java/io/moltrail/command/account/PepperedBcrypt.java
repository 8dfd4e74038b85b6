package io.moltrail.command.account;

import io.moltrail.web.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * bcrypt over base64(HMAC-SHA-384(pepper, NFKC(password))), the pre-hash that OWASP's Password
 * Storage Cheat Sheet names: 64 characters without NUL, so that bcrypt's limit of 72 bytes cuts
 * nothing, and a stolen table alone cannot be guessed at.
 */
final class PepperedBcrypt implements PasswordEncoder {

  static final String ID = "bcrypt-h";

  private static final int COST = 12;
  private static final String HMAC = "HmacSHA384";

  private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(COST);
  private final SecretKeySpec pepper;

  PepperedBcrypt(Secret pepper) {
    this.pepper = new SecretKeySpec(pepper.bytes(), HMAC);
  }

  @Override
  public String encode(CharSequence password) {
    return bcrypt.encode(digest(password));
  }

  @Override
  public boolean matches(CharSequence password, String hash) {
    return bcrypt.matches(digest(password), hash);
  }

  @Override
  public boolean upgradeEncoding(String hash) {
    return bcrypt.upgradeEncoding(hash);
  }

  private String digest(CharSequence password) {
    String normal = Normalizer.normalize(password, Normalizer.Form.NFKC);
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(pepper);
      byte[] digest = mac.doFinal(normal.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }
}
