package io.moltrail.acceptance.canary;

import java.util.Arrays;

/** Decodes from any character of a run on, in either alphabet, as far as it goes. */
final class Base64Run {

  private static final int[] VALUES = values();
  private static final int BITS = 6;

  private Base64Run() {}

  private static int[] values() {
    int[] values = new int[128];
    Arrays.fill(values, -1);
    String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    for (int i = 0; i < letters.length(); i++) {
      values[letters.charAt(i)] = i;
    }
    values['+'] = values['-'] = 62;
    values['/'] = values['_'] = 63;
    return values;
  }

  static byte[] decode(String run, int skip) {
    byte[] plain = new byte[(run.length() - skip) * BITS / Byte.SIZE];
    int bits = 0;
    int held = 0;
    int length = 0;
    for (int i = skip; i < run.length(); i++) {
      bits = bits << BITS | VALUES[run.charAt(i)];
      held += BITS;
      if (held >= Byte.SIZE) {
        held -= Byte.SIZE;
        plain[length++] = (byte) (bits >> held);
      }
    }
    return plain;
  }
}
