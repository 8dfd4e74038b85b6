package io.moltrail.acceptance.canary;

/** A mark in one of its disguises. */
record Needle(String mark, String disguise, byte[] bytes) {

  boolean at(byte[] hay, int start, int end) {
    if (start + bytes.length > end) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if (hay[start + i] != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  Sighting seen(String place) {
    return new Sighting(mark, disguise, place);
  }
}
