package io.moltrail.acceptance.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A search that finds nothing shows nothing unless it finds what is there. */
class NeedlesTest {

  private static final String VALUE = "Kanarie-ü/\"7qz\"";
  private static final int BLOCK = 1 << 20;
  private static final int PAGE = 8192;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "ISO-8859-1"})
  void a_value_is_found_in_any_charset(String charset) {
    assertThat(raw(("a " + VALUE + " b").getBytes(Charset.forName(charset)))).contains("value");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void a_value_is_found_in_base64_whatever_stands_around_it(int before) {
    byte[] text =
        ("x".repeat(before) + VALUE + "y".repeat(before / 2)).getBytes(StandardCharsets.UTF_8);
    assertThat(raw(Base64.getEncoder().encode(text))).contains("value");
    assertThat(raw(Base64.getUrlEncoder().encode(text))).contains("value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Kanarie-\\u00fc/\\\"7qz\\\"",
        "Kanarie-\\u00FC\\/\\\"7qz\\\"",
        "Kanarie-%C3%BC%2F%227qz%22"
      })
  void a_value_is_found_escaped(String escaped) {
    assertThat(deep(escaped.getBytes(StandardCharsets.US_ASCII))).contains("value");
  }

  @Test
  void a_value_is_found_in_hexadecimal_of_either_case() {
    byte[] bytes = VALUE.getBytes(StandardCharsets.UTF_8);
    assertThat(raw(HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII)))
        .contains("value");
    assertThat(
            raw(
                HexFormat.of()
                    .withUpperCase()
                    .formatHex(bytes)
                    .getBytes(StandardCharsets.US_ASCII)))
        .contains("value");
  }

  static List<Named<byte[]>> wrapped() throws IOException {
    byte[] text = ("before " + VALUE + " after").getBytes(StandardCharsets.UTF_8);
    byte[] base64 = Base64.getEncoder().encode(text);
    byte[] hex = HexFormat.of().formatHex(base64).getBytes(StandardCharsets.US_ASCII);
    String inJson = "{\"a\":\"{\\\"b\\\":\\\"" + new String(base64, StandardCharsets.US_ASCII);
    String asBytea = "\\x" + HexFormat.of().formatHex(zlib(base64));
    return List.of(
        Named.of("base64url > gzip", Base64.getUrlEncoder().encode(gzip(text))),
        Named.of("gzip > base64", gzip(base64)),
        Named.of("base64 > zlib > hex > base64", Base64.getEncoder().encode(zlib(hex))),
        Named.of("hex > zlib > base64", asBytea.getBytes(StandardCharsets.US_ASCII)),
        Named.of("zip > gzip > base64", zip(gzip(base64))),
        Named.of("deflate", bare(text)),
        Named.of(
            "JSON in JSON > base64", (inJson + "\\\"}\"}").getBytes(StandardCharsets.US_ASCII)));
  }

  @ParameterizedTest
  @MethodSource("wrapped")
  void a_value_is_found_however_it_is_wrapped(byte[] bytes) {
    assertThat(deep(bytes)).contains("value");
  }

  @Test
  void another_value_is_not_found() {
    assertThat(deep("Kanarie-ü/\"7qy\"".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {BLOCK - 1, BLOCK - 8, BLOCK - 15, 2 * BLOCK - 3, 3 * BLOCK - 30})
  void a_value_is_found_across_the_blocks_of_a_file(int at) throws IOException {
    byte[] file = new byte[3 * BLOCK];
    byte[] value = VALUE.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(value, 0, file, at, value.length);
    Files.write(folder.resolve("file"), file);
    Files.createDirectory(folder.resolve("pg_wal"));
    assertThat(FolderSearch.of(folder, marks()).sightings())
        .containsExactly(new Sighting("value", "UTF-8", "file"));
  }

  @Test
  void a_value_is_found_across_the_pages_of_the_wal() throws IOException {
    byte[] segment = new byte[2 * PAGE];
    split(segment, PAGE, segment, PAGE + 24);
    wal(segment);
    assertThat(FolderSearch.of(folder, marks()).sightings()).hasSize(1);
  }

  @Test
  void a_value_is_found_across_the_segments_of_the_wal() throws IOException {
    byte[] first = new byte[2 * PAGE];
    byte[] second = new byte[PAGE];
    split(first, first.length, second, 40);
    wal(first, second);
    assertThat(FolderSearch.of(folder, marks()).sightings()).hasSize(1);
  }

  private void wal(byte[]... segments) throws IOException {
    Files.createDirectory(folder.resolve("pg_wal"));
    for (int i = 0; i < segments.length; i++) {
      Files.write(folder.resolve("pg_wal/00000001000000000000000" + i), segments[i]);
    }
  }

  private static void split(byte[] before, int end, byte[] after, int start) {
    byte[] value = VALUE.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(value, 0, before, end - 5, 5);
    System.arraycopy(value, 5, after, start, value.length - 5);
  }

  private static Marks marks() {
    Marks marks = new Marks();
    marks.add("value", VALUE);
    return marks;
  }

  private static Set<String> raw(byte[] bytes) {
    Set<String> found = new LinkedHashSet<>();
    marks().needles().find(bytes, bytes.length, needle -> found.add(needle.mark()));
    return found;
  }

  private static Set<String> deep(byte[] bytes) {
    Set<Sighting> found = new LinkedHashSet<>();
    new Decoders(marks().needles())
        .search(bytes, (needle, wrapping) -> found.add(needle.seen(wrapping)));
    return found.stream().map(Sighting::mark).collect(Collectors.toSet());
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] zlib(byte[] bytes) throws IOException {
    return deflated(bytes, new Deflater(Deflater.BEST_COMPRESSION));
  }

  private static byte[] bare(byte[] bytes) throws IOException {
    return deflated(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, true));
  }

  private static byte[] deflated(byte[] bytes, Deflater deflater) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] zip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(packed)) {
      out.putNextEntry(new ZipEntry("entry"));
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
