package io.moltrail.acceptance.canary;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BiConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipInputStream;

/**
 * Inflates wherever something compressed may begin: at the magic of gzip, zlib or a zip's entry,
 * and, as bare deflate has none, at the very beginning. What ends too early or goes wrong gives
 * what it gave until then.
 */
final class Inflaters {

  private static final int LARGEST = 16 << 20;
  private static final byte[] GZIP = {0x1f, (byte) 0x8b, 8};
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte ZLIB = 0x78;
  private static final int ZLIB_CHECK = 31;

  private final Inflater bare = new Inflater(true);
  private final byte[] block = new byte[1 << 14];

  void inflate(byte[] value, BiConsumer<String, byte[]> found) {
    if (!printable(value)) {
      bare.reset();
      keep("deflate", in -> new InflaterInputStream(in, bare), value, 0, found);
    }
    for (int i = 0; i + Marks.SHORTEST < value.length; i++) {
      if (begins(value, i, GZIP)) {
        keep("gzip", GZIPInputStream::new, value, i, found);
      } else if (begins(value, i, ZIP)) {
        keep("zip", Inflaters::firstEntry, value, i, found);
      } else if (zlib(value, i)) {
        keep("zlib", InflaterInputStream::new, value, i, found);
      }
    }
  }

  /** Then it is not compressed: it would have bytes of all kinds. */
  private static boolean printable(byte[] value) {
    for (byte b : value) {
      if (b < ' ' && b != '\n' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  private static boolean begins(byte[] value, int start, byte[] magic) {
    for (int i = 0; i < magic.length; i++) {
      if (value[start + i] != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /** Any level: the two bytes of the header are a multiple of 31 (RFC 1950). */
  private static boolean zlib(byte[] value, int start) {
    int header = (value[start] & 0xff) << Byte.SIZE | value[start + 1] & 0xff;
    return value[start] == ZLIB && header % ZLIB_CHECK == 0;
  }

  private static InputStream firstEntry(InputStream in) throws IOException {
    ZipInputStream zip = new ZipInputStream(in);
    zip.getNextEntry();
    return zip;
  }

  private void keep(
      String how, Opening opening, byte[] value, int start, BiConsumer<String, byte[]> found) {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    try (InputStream in =
        opening.open(new ByteArrayInputStream(value, start, value.length - start))) {
      int length = in.read(block);
      while (length > 0 && plain.size() < LARGEST) {
        plain.write(block, 0, length);
        length = in.read(block);
      }
    } catch (IOException e) {
      // It was something else, or cut off: what came until then counts.
    }
    if (plain.size() >= Marks.SHORTEST) {
      found.accept(how, plain.toByteArray());
    }
  }

  private interface Opening {
    InputStream open(InputStream in) throws IOException;
  }
}
