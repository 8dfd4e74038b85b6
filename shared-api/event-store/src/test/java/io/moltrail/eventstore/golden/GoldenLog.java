package io.moltrail.eventstore.golden;

import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.Migrations;
import io.moltrail.eventstore.envelope.DataKeys;
import io.moltrail.eventstore.envelope.Envelopes;
import io.moltrail.eventstore.envelope.EventSealer;
import io.moltrail.eventstore.envelope.LocalKeyWrapper;
import io.moltrail.eventstore.log.AppendParticipant;
import io.moltrail.eventstore.log.EventLog;
import io.moltrail.eventstore.log.PostgresEventStorageEngine;
import io.moltrail.eventstore.log.StoredEvent;
import io.moltrail.eventstore.testing.TestDatabase;
import io.moltrail.eventstore.testing.TestServices;
import io.moltrail.messages.Event;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A log of its own, with the rows of samples in it, read by the engine that everybody reads by. */
final class GoldenLog {

  private static final LocalKeyWrapper WRAPPER =
      new LocalKeyWrapper("a wrapping key for golden samples".getBytes(StandardCharsets.UTF_8));

  private final TestDatabase database =
      TestServices.get().freshDatabase("log", it -> Migrations.log(it.as(DatabaseRoles.MIGRATOR)));
  private final JdbcClient migrator = JdbcClient.create(database.as(DatabaseRoles.MIGRATOR));
  private final JdbcTemplate command = new JdbcTemplate(database.as(DatabaseRoles.COMMAND));
  private final EventLog log = new EventLog(command);

  private static DataKeys keys(JdbcTemplate jdbc) {
    return new DataKeys(JdbcClient.create(jdbc), WRAPPER);
  }

  private PostgresEventStorageEngine engine() {
    return new PostgresEventStorageEngine(
        log, new EventSealer(new Envelopes(keys(command))), AppendParticipant.NONE);
  }

  void put(Sample sample) {
    Sample.Row row = sample.row();
    migrator
        .sql(
            """
            insert into log.event (log_epoch, event_id, aggregate_type, aggregate_id, sequence_number, type, revision,
              timestamp, payload, metadata)
            values (0, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            row.eventId(),
            row.aggregateType(),
            row.aggregateId(),
            row.sequenceNumber(),
            row.type(),
            row.revision(),
            row.timestamp(),
            row.payload(),
            row.metadata())
        .update();
    sample.dataKeys().forEach((subject, key) -> put(subject, key, sample.dataKeys()));
  }

  /** A text's key is wrapped by its owner's, of which a sample has one. */
  private void put(String subject, byte[] key, Map<String, byte[]> all) {
    if (!subject.startsWith("text:")) {
      put(subject, WRAPPER.wrap(new SecretKeySpec(key, "AES"), subject), WRAPPER.id());
      return;
    }
    Map.Entry<String, byte[]> owner =
        all.entrySet().stream()
            .filter(it -> !it.getKey().startsWith("text:"))
            .findFirst()
            .orElseThrow();
    put(subject, sealed(owner.getValue(), key, subject), owner.getKey());
  }

  private void put(String subject, byte[] wrapped, String wrappedBy) {
    migrator
        .sql("insert into log.data_key (subject, wrapped_key, wrapped_by) values (?, ?, ?)")
        .params(subject, wrapped, wrappedBy)
        .update();
  }

  /** AES-256-GCM as DESIGN §4 has it, said once more: what is stored must not follow the code. */
  private static byte[] sealed(byte[] ownerKey, byte[] clear, String associated) {
    byte[] nonce = new byte[12];
    new SecureRandom().nextBytes(nonce);
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(ownerKey, "AES"),
          new GCMParameterSpec(128, nonce));
      cipher.updateAAD(associated.getBytes(StandardCharsets.UTF_8));
      byte[] sealed = cipher.doFinal(clear);
      return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  void destroyAllKeys() {
    migrator.sql("update log.data_key set wrapped_key = null, erased_at = now()").update();
  }

  DomainEventMessage<?> read(Sample sample) {
    return engine().readEvents(sample.row().aggregateId(), sample.row().sequenceNumber()).next();
  }

  StoredEvent append(
      String aggregateType, String aggregateId, Event event, Map<String, String> metadata) {
    engine()
        .appendEvents(
            List.of(
                new GenericDomainEventMessage<>(aggregateType, aggregateId, 0, event, metadata)));
    return log.readAggregate(aggregateId, 0, 1).getFirst();
  }

  /** Every key there is, unwrapped. */
  SortedMap<String, byte[]> keys() {
    SortedMap<String, byte[]> keys = new TreeMap<>();
    migrator
        .sql("select subject from log.data_key")
        .query(String.class)
        .list()
        .forEach(it -> keys.put(it, keys(command).find(it).orElseThrow().getEncoded()));
    return keys;
  }
}
