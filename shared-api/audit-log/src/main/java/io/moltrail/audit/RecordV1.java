package io.moltrail.audit;

/**
 * An event as the log stores it, ciphertext included, in the one form that is hashed (DESIGN §7).
 * One event has exactly one encoding, and one encoding is exactly one event: whatever could be
 * written in two ways is refused.
 *
 * @param eventId printable ASCII without upper-case letters, at least one character
 * @param aggregateType not empty
 * @param aggregateId like the event's id
 * @param sequence the event's number in its aggregate, from 0
 * @param type the registered name of the event's type, not empty
 * @param revision of that type, not empty
 * @param timestamp RFC 3339 in UTC with exactly six fraction digits and {@code Z}
 * @param payload the stored bytes, never looked into
 * @param metadata the stored bytes, never looked into
 */
public record RecordV1(
    String eventId,
    String aggregateType,
    String aggregateId,
    long sequence,
    String type,
    String revision,
    String timestamp,
    Bytes payload,
    Bytes metadata) {

  private static final byte[] LEAF = {0};

  /**
   * @throws IllegalArgumentException when a value has another spelling than the one that is hashed
   */
  public RecordV1 {
    CanonicalForm.id("event id", eventId);
    CanonicalForm.name("aggregate type", aggregateType);
    CanonicalForm.id("aggregate id", aggregateId);
    CanonicalForm.sequence(sequence);
    CanonicalForm.name("event type", type);
    CanonicalForm.name("revision", revision);
    CanonicalForm.timestamp(timestamp);
  }

  /**
   * Reads one encoding and nothing else.
   *
   * @throws IllegalArgumentException when the bytes end too early or too late, or hold a value that
   *     no event has
   */
  public static RecordV1 parse(byte[] encoded) {
    FieldReader fields = new FieldReader(encoded);
    RecordV1 read =
        new RecordV1(
            fields.text(),
            fields.text(),
            fields.text(),
            fields.number(),
            fields.text(),
            fields.text(),
            fields.text(),
            fields.bytes(),
            fields.bytes());
    fields.end();
    return read;
  }

  /** record-v1: nine fields, each after its length in bytes as u32 big-endian. */
  public byte[] encode() {
    return new FieldWriter()
        .text(eventId)
        .text(aggregateType)
        .text(aggregateId)
        .number(sequence)
        .text(type)
        .text(revision)
        .text(timestamp)
        .bytes(payload)
        .bytes(metadata)
        .written();
  }

  /** What the log's tree holds for this event: SHA-256 of the encoding, 32 bytes. */
  public Bytes entry() {
    return Sha256.of(encode());
  }

  /** SHA-256 of a zero byte and the entry, 32 bytes: a leaf of RFC 6962, section 2.1. */
  public Bytes leafHash() {
    return Sha256.of(LEAF, entry().value());
  }
}
