package io.moltrail.audit;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** Seeded: makes events up. The seed is printed, so that a failure can be repeated. */
final class RandomRecords {

  private static final long YEAR_10000 =
      LocalDateTime.of(10_000, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

  private final Random random;

  private RandomRecords(long seed) {
    this.random = new Random(seed);
  }

  static RandomRecords ofSeed(String test) {
    long seed = Long.getLong("moltrail.seed", System.nanoTime());
    System.out.println(test + ": repeat with -Dmoltrail.seed=" + seed);
    return new RandomRecords(seed);
  }

  Stream<RecordV1> stream() {
    return Stream.generate(
        () ->
            new RecordV1(
                id(),
                name(),
                id(),
                random.nextLong() >>> 1 >>> random.nextInt(63),
                name(),
                name(),
                timestamp(),
                bytes(),
                bytes()));
  }

  private String id() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  /** Of any characters that UTF-8 knows, short ones more often. */
  private String name() {
    StringBuilder name = new StringBuilder();
    for (int left = 1 + random.nextInt(12); left > 0; left--) {
      name.appendCodePoint(codePoint());
    }
    return name.toString();
  }

  private int codePoint() {
    int bound = new int[] {0x80, 0x800, 0xD800, Character.MAX_CODE_POINT + 1}[random.nextInt(4)];
    int drawn = random.nextInt(bound);
    return drawn >= Character.MIN_SURROGATE && drawn <= Character.MAX_SURROGATE ? 'x' : drawn;
  }

  private String timestamp() {
    return TIMESTAMP.format(
        LocalDateTime.ofEpochSecond(
            random.nextLong(YEAR_10000), random.nextInt(1_000_000) * 1000, ZoneOffset.UTC));
  }

  private Bytes bytes() {
    byte[] bytes = new byte[random.nextInt(40)];
    random.nextBytes(bytes);
    return new Bytes(bytes);
  }
}
