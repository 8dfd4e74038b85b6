package io.moltrail.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.audit.Bytes;
import io.moltrail.audit.RecordV1;
import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.envelope.DataKeys;
import io.moltrail.eventstore.envelope.Envelopes;
import io.moltrail.eventstore.envelope.EventSealer;
import io.moltrail.eventstore.log.EventLog;
import io.moltrail.eventstore.log.StoredEvent;
import io.moltrail.eventstore.testing.TestDatabase;
import io.moltrail.eventstore.testing.TestServices;
import io.moltrail.messages.MetadataKeys;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.web.settings.Database;
import io.moltrail.web.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a command leaves in the log for ever. */
class StoredFormTest {

  private static final Set<String> WITHOUT_REASON =
      Set.of(
          MetadataKeys.ACTOR,
          MetadataKeys.CORRELATION_ID,
          MetadataKeys.CAUSATION_ID,
          MetadataKeys.REQUEST_ID);

  private static TestDatabase database;
  private static CommandSideUnderTest side;
  private static WorkingDay day;

  @BeforeAll
  static void work() {
    database = TestServices.get().freshDatabase();
    side =
        CommandSideUnderTest.on(
            new CommandDatabases(
                as(DatabaseRoles.COMMAND), Optional.of(as(DatabaseRoles.MIGRATOR))));
    day = WorkingDay.worked(side.commands());
  }

  @AfterAll
  static void stop() {
    side.close();
  }

  @Test
  void every_event_has_the_fixed_metadata_and_nothing_else() {
    assertThat(stored(day))
        .hasSize(WorkingDay.EVENTS)
        .allSatisfy(
            event ->
                assertThat(metadata(event).propertyNames())
                    .containsAll(WITHOUT_REASON)
                    .isSubsetOf(MetadataKeys.ALL));
  }

  @Test
  void metadata_are_strings_and_the_reason_alone_is_an_envelope() {
    assertThat(stored(day))
        .allSatisfy(
            event ->
                assertThat(metadata(event).properties())
                    .allMatch(
                        it ->
                            it.getKey().equals(MetadataKeys.REASON)
                                ? isEnvelope(it.getValue(), event)
                                : it.getValue().isString()));
    assertThat(stored(day)).filteredOn(it -> metadata(it).has(MetadataKeys.REASON)).hasSize(8);
  }

  @Test
  void actors_are_pseudonyms() {
    assertThat(stored(day))
        .extracting(event -> metadata(event).get(MetadataKeys.ACTOR).stringValue())
        .containsOnly("installation", "anonymous", day.owner.toString());
  }

  @Test
  void a_molecule_born_in_its_project_s_command_carries_what_the_command_brought() {
    Map<String, String> second = opened(birthOf(day.second));
    Map<String, String> third = opened(birthOf(day.third));

    assertThat(second).containsEntry(MetadataKeys.REASON, "Its own reason");
    assertThat(third).containsEntry(MetadataKeys.REASON, "All of them");
    assertThat(second).containsOnlyKeys(MetadataKeys.ALL);
    for (String key : WITHOUT_REASON) {
      assertThat(second.get(key)).as(key).isEqualTo(third.get(key));
    }
  }

  @Test
  void destroying_keys_changes_no_stored_byte_and_no_leaf_of_the_tree() {
    WorkingDay erased = WorkingDay.worked(side.commands());
    List<RecordV1> before = records(erased);
    List<Bytes> leaves = before.stream().map(RecordV1::leafHash).toList();

    destroyKey(erased.project.subject());
    destroyKey(erased.owner.subject());

    StoredEvent birth = birthOf(erased.first);
    assertThat(withoutCachedKeys().openPayload(birth.payload()).has("structure")).isFalse();
    assertThat(withoutCachedKeys().openMetadata(birth.metadata()))
        .containsEntry(MetadataKeys.REASON, EventSealer.ERASED);
    assertThat(before).hasSize(WorkingDay.EVENTS);
    assertThat(records(erased)).isEqualTo(before);
    assertThat(records(erased)).extracting(RecordV1::leafHash).isEqualTo(leaves);
  }

  private static void destroyKey(String subject) {
    assertThat(
            JdbcClient.create(database.superuser())
                .sql(
                    "update log.data_key set wrapped_key = null, erased_at = now() where subject ="
                        + " ?")
                .param(subject)
                .update())
        .isEqualTo(1);
  }

  private static List<RecordV1> records(WorkingDay any) {
    return stored(any).stream().map(StoredFormTest::recordOf).toList();
  }

  private static RecordV1 recordOf(StoredEvent event) {
    return new RecordV1(
        event.eventId(),
        event.aggregateType(),
        event.aggregateId(),
        event.sequenceNumber(),
        event.type(),
        event.revision(),
        event.timestamp(),
        new Bytes(event.payload()),
        new Bytes(event.metadata()));
  }

  private static List<StoredEvent> stored(WorkingDay any) {
    EventLog log = side.bean(EventLog.class);
    return any.aggregates().stream()
        .sorted()
        .flatMap(it -> log.readAggregate(it, 0, 100).stream())
        .toList();
  }

  private static StoredEvent birthOf(MoleculeId molecule) {
    return side.bean(EventLog.class).readAggregate(molecule.toString(), 0, 1).getFirst();
  }

  private static JsonNode metadata(StoredEvent event) {
    return JsonMapper.shared().readTree(event.metadata());
  }

  private static boolean isEnvelope(JsonNode reason, StoredEvent event) {
    return reason.isObject()
        && Set.copyOf(reason.propertyNames()).equals(Set.of("subject", "id", "sealed"))
        && reason.get("subject").stringValue().equals("text:" + event.eventId());
  }

  private static Map<String, String> opened(StoredEvent event) {
    return new EventSealer(side.bean(Envelopes.class)).openMetadata(event.metadata());
  }

  private static EventSealer withoutCachedKeys() {
    return new EventSealer(
        new Envelopes(
            new DataKeys(
                JdbcClient.create(side.dataSource()), WrappingKeys.of(side.bean(Settings.class)))));
  }

  private static Database as(String role) {
    return new Database(database.jdbcUrl(), role, TestDatabase.passwordOf(role));
  }
}
