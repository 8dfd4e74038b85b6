package io.moltrail.audit;

import java.util.Arrays;
import java.util.HexFormat;

/** Bytes as a value: nobody changes them from outside, and equal bytes are equal. */
public record Bytes(byte[] value) {

  public Bytes {
    value = value.clone();
  }

  @Override
  public byte[] value() {
    return value.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes(byte[] others) && Arrays.equals(value, others);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  /** Lower-case hexadecimal. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(value);
  }
}
