package io.moltrail.eventstore.envelope;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * Seals bytes for a subject and opens them again. The associated data bind subject, a random
 * envelope id and a fixed label, so that an envelope cannot be moved to another subject or passed
 * off as another.
 */
public final class Envelopes {

  private static final String LABEL = "moltrail envelope v1";
  private static final int ID_BYTES = 12;
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

  private final DataKeys keys;
  private final SecureRandom random = new SecureRandom();

  public Envelopes(DataKeys keys) {
    this.keys = keys;
  }

  /**
   * Reads the subject's key, or has a new one wrapped without storing it. Before a transaction's
   * first write: the keeper of the wrapping keys may answer slowly.
   *
   * @throws ErasedSubjectException when the key has been destroyed
   * @throws KeyKeeperUnavailableException when the keeper does not answer
   */
  public void prepare(String subject) {
    keys.prepare(subject);
  }

  /**
   * @param subject a user or a project
   */
  public Envelope seal(String subject, byte[] clear) {
    String id = newId();
    return new Envelope(
        subject,
        id,
        ENCODER.encodeToString(
            AesGcm.seal(keys.findOrMake(subject), clear, associated(subject, id))));
  }

  /**
   * @param owner the user or project whose erasure must cover the text
   */
  public Envelope sealText(String subject, String owner, byte[] clear) {
    String id = newId();
    return new Envelope(
        subject,
        id,
        ENCODER.encodeToString(
            AesGcm.seal(keys.findOrMakeText(subject, owner), clear, associated(subject, id))));
  }

  /** Empty when the subject's key has been destroyed. */
  public Optional<byte[]> open(Envelope envelope) {
    return keys.find(envelope.subject())
        .map(
            key ->
                AesGcm.open(
                    key,
                    DECODER.decode(envelope.sealed()),
                    associated(envelope.subject(), envelope.id())));
  }

  private String newId() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return ENCODER.encodeToString(bytes);
  }

  private static String associated(String subject, String id) {
    return LABEL + '|' + subject + '|' + id;
  }

  /**
   * Sealed bytes, as they stand in JSON: subject, random id, base64url of nonce, ciphertext and
   * tag.
   */
  public record Envelope(String subject, String id, String sealed) {}
}
