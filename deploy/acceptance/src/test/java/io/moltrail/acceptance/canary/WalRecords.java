package io.moltrail.acceptance.canary;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The WAL of one segment as its records see it: without the header that stands at the beginning of
 * each page, in the middle of whatever record crosses it (PostgreSQL's {@code xlog_internal.h}).
 */
final class WalRecords extends FilterInputStream {

  private static final int PAGE = 8192;
  private static final int HEADER = 24;
  private static final int FIRST_HEADER = 40;

  private int left;
  private boolean first = true;

  WalRecords(InputStream segment) {
    super(segment);
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (left == 0) {
      int header = first ? FIRST_HEADER : HEADER;
      first = false;
      if (in.readNBytes(header).length < header) {
        return -1;
      }
      left = PAGE - header;
    }
    int got = in.read(into, offset, Math.min(length, left));
    left -= Math.max(got, 0);
    return got;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }
}
