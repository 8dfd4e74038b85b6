package io.moltrail.query.platform.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.log.EventLog;
import io.moltrail.eventstore.log.LogListener;
import io.moltrail.eventstore.log.LogMessageSource;
import io.moltrail.messages.LogPlace;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.user.UserId;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.platform.database.Tokens;
import io.moltrail.query.testing.Given;
import io.moltrail.query.testing.ReadTables;
import io.moltrail.query.testing.SideProjections;
import io.moltrail.query.testing.WrittenLog;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

class LiveProjectionTest {

  private final WrittenLog written = new WrittenLog();
  private final ReadSchema schema = ReadTables.in(written.database());
  private final DataSource query = written.database().as(DatabaseRoles.QUERY);
  private final LogMessageSource source =
      new LogMessageSource(WrittenLog.engine(new JdbcTemplate(query)));
  private final LogListener listener =
      new LogListener(query, new EventLog(new JdbcTemplate(query)), source::wake);
  private final Progress progress = new Progress(System::nanoTime);
  private final AtomicBoolean broken = new AtomicBoolean();
  private final CountDownLatch failedTwice = new CountDownLatch(2);
  private final LiveProjection projection =
      new LiveProjection(
          new ProcessorBuilder(source, projections(), new Parking(), progress),
          release(),
          progress,
          System::nanoTime);
  private final UserId ada = new UserId(Given.uuid());
  private final ProjectId project = new ProjectId(Given.uuid());

  @AfterEach
  void stop() {
    projection.stop();
    listener.close();
  }

  @Test
  void rights_rows_and_token_are_written_together() {
    projection.start(schema);
    LogPlace place =
        written.append("installation", Given.registered(ada, "Ada"), Given.created(project, ada));

    await().until(() -> Tokens.stored(schema).filter(place::equals).isPresent());
    assertThat(count("users")).isEqualTo(1);
    assertThat(count("members")).isEqualTo(1);
    assertThat(count("projects")).isEqualTo(1);
  }

  @Test
  void when_a_view_fails_neither_rights_nor_token_have_moved_and_it_is_tried_again()
      throws Exception {
    broken.set(true);
    projection.start(schema);
    LogPlace place =
        written.append("installation", Given.registered(ada, "Ada"), Given.created(project, ada));

    assertThat(failedTwice.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(count("users")).isZero();
    assertThat(count("members")).isZero();
    assertThat(Tokens.stored(schema)).isEmpty();
    assertThat(progress.failingSince()).isPresent();

    broken.set(false);
    await().atMost(Duration.ofSeconds(60)).until(() -> schema.reached().covers(place));
    assertThat(count("users")).isEqualTo(1);
    assertThat(progress.failingSince()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "user, user.teleported, 1",
    "user, user.email-verified, 3",
    "project, project.opened, 1",
    "licence, licence.granted, 1"
  })
  void what_may_have_changed_a_right_stops_everything_until_it_is_known(
      String aggregateType, String type, String revision) {
    LogPlace known = written.append("installation", Given.registered(ada, "Ada"));
    written.appendUnknown(aggregateType, Given.uuid(), 0, type, revision);
    projection.start(schema);

    await().atMost(Duration.ofSeconds(30)).until(() -> progress.failingSince().isPresent());
    assertThat(Tokens.stored(schema))
        .matches(stored -> stored.isEmpty() || stored.get().equals(known));
    assertThat(count("parked_event")).isZero();
  }

  @Test
  void another_node_goes_on_where_the_first_one_has_stopped() {
    Progress others = new Progress(System::nanoTime);
    ReadSchema sameRows = ReadTables.in(written.database());
    LiveProjection other =
        new LiveProjection(
            new ProcessorBuilder(source, projections(), new Parking(), others),
            release(),
            others,
            System::nanoTime);
    projection.start(schema);
    LogPlace before = written.append("installation", Given.registered(ada, "Ada"));
    await().until(() -> schema.reached().covers(before));
    other.start(sameRows);
    projection.stop();

    LogPlace after = written.append("installation", Given.created(project, ada));

    await().until(() -> sameRows.reached().covers(after));
    other.stop();
    assertThat(progress.events() + others.events()).isEqualTo(2);
  }

  @Test
  void what_was_stopped_goes_on_where_it_was() {
    projection.start(schema);
    LogPlace before = written.append("installation", Given.registered(ada, "Ada"));
    await().until(() -> schema.reached().covers(before));
    projection.stop();

    LogPlace after = written.append("installation", Given.created(project, ada));
    assertThat(schema.reached().covers(after)).isFalse();
    projection.start(schema);

    await().until(() -> schema.reached().covers(after));
    assertThat(progress.events()).isEqualTo(2);
  }

  private ParkedRelease release() {
    JdbcTemplate log = new JdbcTemplate(query);
    return new ParkedRelease(new EventLog(log), WrittenLog.engine(log), projections());
  }

  private Projections projections() {
    Projections declared = SideProjections.declared();
    Projection failing =
        (facts, into) -> {
          if (broken.get()) {
            failedTwice.countDown();
            into.jdbc().sql("select 1 / 0").query(Integer.class).single();
          }
        };
    return new Projections(
        declared.rights(), Stream.concat(declared.views().stream(), Stream.of(failing)).toList());
  }

  private int count(String table) {
    return schema.jdbc().sql("select count(*) from " + table).query(Integer.class).single();
  }
}
