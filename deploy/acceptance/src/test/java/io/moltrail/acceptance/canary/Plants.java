package io.moltrail.acceptance.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Marks of their own, put into a cluster where a search may easily miss them. Who looks for
 * anything must find these first.
 */
public final class Plants {

  public static final String IN_TOAST = "planted in compressed TOAST";
  public static final String IN_WAL = "planted in WAL alone";
  public static final String IN_BASE64 = "planted as base64 of base64";
  public static final String IN_GZIP = "planted as base64 of gzip";
  public static final String IN_GZIPPED_BASE64 = "planted as gzip of base64";
  public static final String IN_STATISTICS = "planted in statistics alone";
  public static final String IN_LARGE_OBJECT = "planted in a large object";
  public static final String IN_SERVER_LOG = "planted in the server's log";

  private final Marks marks = new Marks();
  private final JdbcClient superuser;

  private Plants(JdbcClient superuser) {
    this.superuser = superuser;
  }

  /** Nobody else may be connected: an open snapshot keeps dead rows where they are. */
  public static Marks in(JdbcClient superuser) throws IOException {
    Plants plants = new Plants(superuser);
    superuser.sql("create schema planted").update();
    plants.toast();
    plants.walAlone();
    plants.wrapped();
    plants.statisticsAlone();
    plants.elsewhere();
    return plants.marks;
  }

  /** Long enough for a TOAST table even when compressed, and the mark stands in it once. */
  private void toast() {
    superuser.sql("create table planted.toast (value text)").update();
    superuser
        .sql(
            """
            insert into planted.toast
            select string_agg(md5(i::text) || repeat('much of the same ', 8), '') || ? || repeat('and more ', 999)
            from generate_series(1, 400) i
            """)
        .param(marks.add(IN_TOAST, "Plantedtoastq7vw2mz9rk4t"))
        .update();
    require("(select pg_column_compression(value) = 'pglz' from planted.toast)");
    require("(select pg_column_size(value) < octet_length(value) / 2 from planted.toast)");
    require(
        "(select pg_relation_size(reltoastrelid) > 0 from pg_class where oid ="
            + " 'planted.toast'::regclass)");
  }

  /** A vacuum gives all pages of an empty table back. */
  private void walAlone() {
    superuser.sql("create table planted.gone (value text)").update();
    superuser
        .sql("insert into planted.gone select ? from generate_series(1, 20)")
        .param(marks.add(IN_WAL, "Plantedwalx3kq8mw5zt7"))
        .update();
    superuser.sql("checkpoint").update();
    superuser.sql("delete from planted.gone").update();
    superuser.sql("vacuum planted.gone").update();
    require("pg_relation_size('planted.gone') = 0");
  }

  private void wrapped() throws IOException {
    byte[] twice = base64(base64(bytes(marks.add(IN_BASE64, "Plantedbase64h5xw8qk2m"))));
    byte[] gzip = base64(gzip(bytes(marks.add(IN_GZIP, "Plantedgzipj4rz9vt6k"))));
    byte[] inside = gzip(base64(bytes(marks.add(IN_GZIPPED_BASE64, "Plantedinsidew2xm7qz5"))));
    superuser.sql("create table planted.wrapped (value bytea)").update();
    superuser
        .sql("insert into planted.wrapped values (?), (?), (?)")
        .params(twice, gzip, inside)
        .update();
  }

  private void statisticsAlone() {
    superuser.sql("create table planted.counted (value text)").update();
    superuser
        .sql("insert into planted.counted select ? from generate_series(1, 200)")
        .param(marks.add(IN_STATISTICS, "Plantedstatisticm9zq4kx8"))
        .update();
    superuser.sql("analyze planted.counted").update();
    superuser.sql("truncate planted.counted").update();
  }

  private void elsewhere() {
    superuser
        .sql("select lo_from_bytea(0, ?)")
        .param(bytes(marks.add(IN_LARGE_OBJECT, "Plantedlargeobjectk6tw3vq")))
        .query(Long.class)
        .single();
    superuser
        .sql(
            "do $$ begin raise log '%s'; end $$"
                .formatted(marks.add(IN_SERVER_LOG, "Plantedlogz8mx5wq2r")))
        .update();
  }

  private void require(String condition) {
    assertThat(superuser.sql("select " + condition).query(Boolean.class).single())
        .as(condition)
        .isTrue();
  }

  private static byte[] bytes(String text) {
    return ("before " + text + " after").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] base64(byte[] bytes) {
    return Base64.getEncoder().encode(bytes);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
