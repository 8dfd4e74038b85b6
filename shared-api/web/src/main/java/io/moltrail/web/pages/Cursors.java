package io.moltrail.web.pages;

import io.moltrail.web.problems.BadRequest;
import io.moltrail.web.settings.Secret;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Cursors between pages. Sealed with AES-256-GCM under a key from {@code LINK_KEY}: a sort key may
 * be confidential and a cursor stands in URLs. The scope (path and user) is authenticated with it,
 * so nobody can use another's cursor, or one of another list.
 */
public final class Cursors {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int LONGEST = 4_096;

  private final SecretKeySpec key;
  private final SecureRandom random;

  public Cursors(Secret linkKey, SecureRandom random) {
    this.key = new SecretKeySpec(linkKey.derive("cursor"), "AES");
    this.random = random;
  }

  /** For the list and the caller of the request that this thread serves. */
  public String seal(String payload) {
    return seal(payload, scopeHere());
  }

  /** For the list and the caller of the request that this thread serves. */
  public String open(String cursor) {
    return open(cursor, scopeHere());
  }

  public String seal(String payload, String scope) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce, scope)
              .doFinal(payload.getBytes(StandardCharsets.UTF_8));
      byte[] cursor =
          ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
      return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + CIPHER, e);
    }
  }

  /**
   * @throws BadRequest when we did not seal it for this scope
   */
  public String open(String cursor, String scope) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor.length() > LONGEST ? "" : cursor);
      if (bytes.length <= NONCE_BYTES) {
        throw malformed();
      }
      byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
      byte[] payload =
          cipher(Cipher.DECRYPT_MODE, nonce, scope)
              .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
      return new String(payload, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      throw malformed();
    }
  }

  static String scopeOf(HttpServletRequest request) {
    String user = request.getUserPrincipal() == null ? "" : request.getUserPrincipal().getName();
    return request.getRequestURI() + "\n" + user;
  }

  private static String scopeHere() {
    var attributes = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
    return scopeOf(attributes.getRequest());
  }

  private Cipher cipher(int mode, byte[] nonce, String scope) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(scope.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static BadRequest malformed() {
    return new BadRequest(
        "malformed-cursor", "cursor takes what next gave, for the same list and the same user.");
  }
}
