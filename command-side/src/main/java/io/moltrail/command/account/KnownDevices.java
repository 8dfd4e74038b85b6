package io.moltrail.command.account;

import io.moltrail.web.settings.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Recognises devices on which an account was logged in to before. A device token is signed for one
 * account, so that nobody's own device opens further tries at the accounts of others. It opens
 * nothing else.
 */
final class KnownDevices {

  private static final String HMAC = "HmacSHA256";
  private static final int ID_BYTES = 16;
  private static final int TAG_BYTES = 32;
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  KnownDevices(Secret secretKey) {
    this.key = new SecretKeySpec(secretKey.derive("device"), HMAC);
  }

  /** The device's name, if we signed it for this account. */
  Optional<String> recognise(String token, String account) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      byte[] id = Arrays.copyOf(bytes, ID_BYTES);
      byte[] tag = Arrays.copyOfRange(bytes, Math.min(ID_BYTES, bytes.length), bytes.length);
      return MessageDigest.isEqual(tag, tag(id, account))
          ? Optional.of(ENCODER.encodeToString(id))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * @param device the name it had before, if it is known
   */
  String token(Optional<String> device, String account) {
    byte[] id = device.map(Base64.getUrlDecoder()::decode).orElseGet(this::newId);
    byte[] token = ByteBuffer.allocate(ID_BYTES + TAG_BYTES).put(id).put(tag(id, account)).array();
    return ENCODER.encodeToString(token);
  }

  private byte[] newId() {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    return id;
  }

  private byte[] tag(byte[] id, String account) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      mac.update(id);
      return mac.doFinal(account.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }
}
