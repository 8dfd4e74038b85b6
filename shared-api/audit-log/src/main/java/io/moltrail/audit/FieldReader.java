package io.moltrail.audit;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads what {@link FieldWriter} writes, and refuses everything else. */
final class FieldReader {

  private final ByteBuffer rest;

  FieldReader(byte[] encoded) {
    this.rest = ByteBuffer.wrap(encoded);
  }

  String text() {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(field()).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("A text is not in UTF-8", e);
    }
  }

  long number() {
    ByteBuffer field = field();
    if (field.remaining() != Long.BYTES) {
      throw new IllegalArgumentException("The sequence number has not eight bytes");
    }
    return field.getLong();
  }

  Bytes bytes() {
    ByteBuffer field = field();
    byte[] bytes = new byte[field.remaining()];
    field.get(bytes);
    return new Bytes(bytes);
  }

  void end() {
    if (rest.hasRemaining()) {
      throw new IllegalArgumentException("Bytes follow the last field");
    }
  }

  private ByteBuffer field() {
    if (rest.remaining() < Integer.BYTES) {
      throw new IllegalArgumentException("The record ends before a field");
    }
    long length = Integer.toUnsignedLong(rest.getInt());
    if (length > rest.remaining()) {
      throw new IllegalArgumentException("The record ends within a field");
    }
    ByteBuffer field = rest.slice(rest.position(), (int) length);
    rest.position(rest.position() + (int) length);
    return field;
  }
}
