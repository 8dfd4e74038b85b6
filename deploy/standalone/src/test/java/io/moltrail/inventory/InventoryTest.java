package io.moltrail.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.standalone.RunningStandalone;
import io.moltrail.web.redis.KeySpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What stands in {@code deploy/inventory} is all there is, and keeps the rules. */
class InventoryTest {

  @TempDir static Path folder;

  private static final Set<Place> FOUND = new TreeSet<>();
  private static RunningStandalone moltrail;
  private static Inventory inventory;
  private static List<String> ids;
  private static Set<String> keys;

  @BeforeAll
  static void look() throws IOException, InterruptedException {
    moltrail =
        RunningStandalone.in(
            folder, Map.of("ADMIN_EMAIL", Visit.EMAIL, "ADMIN_PASSWORD", Visit.PASSWORD));
    Visit visit = new Visit(moltrail.address());
    ids = visit.make();
    keys = Keys.after(visit, moltrail.context().getBean(StringRedisTemplate.class));
    Stream.of(Messages.events(), Messages.commands())
        .flatMap(List::stream)
        .map(MessageField::place)
        .forEach(FOUND::add);
    FOUND.addAll(Messages.metadata());
    FOUND.addAll(Columns.of(migrator()));
    FOUND.addAll(Labels.of(meters()));
    FOUND.addAll(Sources.logged(Sources.ofThisRepository()));
    FOUND.addAll(Keys.listed());
    inventory = Inventory.read(Repository.inventory());
  }

  @AfterAll
  static void stop() {
    if (moltrail != null) {
      moltrail.close();
    }
  }

  @Test
  void every_place_is_classified() throws IOException {
    List<String> table = new ArrayList<>(List.of("kind\t" + Inventory.HEADER));
    inventory.entries().forEach(it -> table.add(it.row()));
    Files.write(Path.of("target", "inventory.tsv"), table);
    System.out.println(String.join("\n", table));
    System.out.println("Inventory: " + counts());

    assertThat(String.join("\n", inventory.missing(FOUND)))
        .as("lines to add to deploy/inventory, with a class and a protection each")
        .isEmpty();
  }

  private static Map<Sensitivity, Long> counts() {
    return inventory.entries().stream()
        .collect(Collectors.groupingBy(Entry::sensitivity, TreeMap::new, Collectors.counting()));
  }

  /** Labels of libraries come and go with what a run happens to do; they may stay listed. */
  @ParameterizedTest
  @EnumSource
  void nothing_is_listed_that_is_gone(Kind kind) {
    assertThat(FOUND).anyMatch(it -> it.kind() == kind || kind == Kind.METRIC_LABEL);
    assertThat(inventory.leftOver(kind, FOUND))
        .filteredOn(it -> !it.startsWith(Kind.METRIC_LABEL.file() + ": */"))
        .isEmpty();
  }

  @Test
  void the_inventory_keeps_its_rules() {
    assertThat(Rules.brokenBy(inventory.entries())).isEmpty();
  }

  @Test
  void what_is_erased_with_a_user_is_personal_and_with_a_project_confidential() {
    for (MessageField field : Messages.events()) {
      Entry entry =
          inventory.entries().stream()
              .filter(it -> it.place().equals(field.place()))
              .findFirst()
              .orElseThrow();
      field
          .sealedAs()
          .ifPresentOrElse(
              it -> assertThat(entry.sensitivity()).as(entry.row()).isEqualTo(it),
              () -> assertThat(entry.protection()).as(entry.row()).isEqualTo(Protection.CLEAR));
    }
  }

  @Test
  void the_two_schemas_of_read_tables_have_the_same_columns() {
    assertThat(columnsOf("read_a")).isNotEmpty().isEqualTo(columnsOf("read_b"));
  }

  @Test
  void every_key_that_a_run_leaves_in_redis_lies_in_a_listed_key_space() {
    assertThat(keys)
        .allMatch(key -> Arrays.stream(KeySpace.values()).anyMatch(it -> it.holds(key)))
        .noneMatch(InventoryTest::tellsOfTheVisit);
  }

  @Test
  void no_metric_label_has_a_value_that_somebody_sent() {
    assertThat(Labels.values(meters()))
        .contains("/v1/projects/{pid}/molecules")
        .noneMatch(InventoryTest::tellsOfTheVisit);
  }

  private static boolean tellsOfTheVisit(String text) {
    return Stream.concat(
            ids.stream(), Stream.of(Visit.EMAIL, Visit.NAME, "Visiting-chemist", Visit.STRUCTURE))
        .anyMatch(text::contains);
  }

  /** Why log-fields.tsv may list exceptions of the database. */
  @Test
  void what_the_database_refuses_is_told_without_the_row() {
    assertThat(moltrail.context().getBeansOfType(HikariDataSource.class).values())
        .hasSizeGreaterThan(2)
        .extracting(it -> it.getDataSourceProperties().getProperty("logServerErrorDetail"))
        .containsOnly("false");
    JdbcTemplate users = new JdbcTemplate(pool("moltrail-query-read-a"));
    Object[] withoutTier = {UUID.randomUUID(), Visit.EMAIL};
    assertThatThrownBy(
            () ->
                users.batchUpdate(
                    "insert into users (id, email) values (?, ?)",
                    List.of(withoutTier, withoutTier)))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("not-null")
        .satisfies(it -> assertThat(wholeStory(it)).doesNotContain(Visit.EMAIL));
  }

  private static DataSource pool(String name) {
    return moltrail.context().getBeansOfType(HikariDataSource.class).values().stream()
        .filter(it -> it.getPoolName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String wholeStory(Throwable failure) {
    return Stream.iterate(failure, it -> it != null, Throwable::getCause)
        .map(Throwable::toString)
        .collect(Collectors.joining("\n"));
  }

  private static List<String> columnsOf(String schema) {
    return Columns.names(migrator()).stream()
        .filter(it -> it.startsWith(schema + "."))
        .map(it -> it.substring(schema.length()))
        .sorted()
        .toList();
  }

  private static MeterRegistry meters() {
    return moltrail.context().getBean(MeterRegistry.class);
  }

  private static JdbcClient migrator() {
    return JdbcClient.create(
        new DriverManagerDataSource(moltrail.connection().jdbcUrl(DatabaseRoles.MIGRATOR)));
  }
}
