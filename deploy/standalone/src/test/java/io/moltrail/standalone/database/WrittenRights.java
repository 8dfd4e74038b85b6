package io.moltrail.standalone.database;

import io.moltrail.eventstore.DatabaseRoles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The table in {@code deploy/database/README.md}, which is what database administrators are
 * promised.
 */
final class WrittenRights {

  private static final Path README = Path.of("..", "database", "README.md");
  private static final String HEADER =
      "| kind | object | `" + DatabaseRoles.COMMAND + "` | `" + DatabaseRoles.QUERY + "` |";
  private static final String NOTHING = "-";

  private WrittenRights() {}

  static Rights read() {
    try (Stream<String> lines = Files.lines(README)) {
      List<String> rows =
          lines
              .dropWhile(line -> !line.equals(HEADER))
              .skip(2)
              .takeWhile(line -> line.startsWith("|"))
              .toList();
      Rights rights = new Rights();
      rows.forEach(row -> add(row, rights));
      return rights;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(String row, Rights rights) {
    String[] cells = row.substring(1).replace("`", "").split("\\|");
    for (String name : split(cells[1]).flatMap(WrittenRights::bothReadSchemas).toList()) {
      DatabaseObject object = new DatabaseObject(cells[0].strip(), name);
      rights.add(object);
      given(cells[2]).forEach(it -> rights.add(object, DatabaseRoles.COMMAND, it));
      given(cells[3]).forEach(it -> rights.add(object, DatabaseRoles.QUERY, it));
    }
  }

  private static Stream<String> given(String cell) {
    return split(cell).filter(it -> !it.equals(NOTHING));
  }

  private static Stream<String> split(String cell) {
    return Stream.of(cell.split(", ")).map(String::strip);
  }

  private static Stream<String> bothReadSchemas(String name) {
    return name.startsWith("read_*")
        ? Stream.of(name.replace("read_*", "read_a"), name.replace("read_*", "read_b"))
        : Stream.of(name);
  }
}
