package io.moltrail.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes fields one after the other, each after its length as u32 big-endian. */
final class FieldWriter {

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  FieldWriter text(String text) {
    return field(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Eight bytes, big-endian. */
  FieldWriter number(long number) {
    return field(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
  }

  FieldWriter bytes(Bytes bytes) {
    return field(bytes.value());
  }

  byte[] written() {
    return written.toByteArray();
  }

  private FieldWriter field(byte[] field) {
    written.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(field.length).array());
    written.writeBytes(field);
    return this;
  }
}
