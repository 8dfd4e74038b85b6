package io.moltrail.query.platform.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.log.EventLog;
import io.moltrail.eventstore.log.PlaceToken;
import io.moltrail.messages.LogPlace;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.user.UserId;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.platform.database.Tokens;
import io.moltrail.query.testing.Given;
import io.moltrail.query.testing.ReadTables;
import io.moltrail.query.testing.WrittenLog;
import io.moltrail.web.consistency.ConsistencyTokens;
import io.moltrail.web.problems.ServiceUnavailable;
import io.moltrail.web.settings.Secret;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionTemplate;

class FreshnessTest {

  private static final WrittenLog WRITTEN = new WrittenLog();
  private static final ReadSchema SCHEMA = ReadTables.in(WRITTEN.database());

  private final ConsistencyTokens tokens =
      new ConsistencyTokens(Secret.parse(WrittenLog.WRAPPING_KEY).orElseThrow());
  private final EventLog log =
      new EventLog(new JdbcTemplate(WRITTEN.database().as(DatabaseRoles.QUERY)));
  private final Freshness freshness =
      new Freshness(tokens, log, new LagWatch(log::head, System::nanoTime));

  @Test
  void what_another_nodes_processor_has_written_is_seen_without_a_word_from_it() {
    LogPlace place = write();
    storeToken(place);

    assertThat(SCHEMA.reached().covers(place)).isFalse();
    assertThatCode(() -> freshness.require(request(place, "wait=10"), SCHEMA))
        .doesNotThrowAnyException();
  }

  @Test
  void a_reader_who_will_not_wait_is_told_at_once() {
    assertThatExceptionOfType(ServiceUnavailable.class)
        .isThrownBy(() -> freshness.require(request(write(), "wait=0"), SCHEMA))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("projection-lag"));
  }

  @Test
  void a_place_that_is_covered_but_no_longer_there_is_a_conflict() {
    LogPlace place = write();
    storeToken(place);
    LogPlace gone = new LogPlace(place.epoch(), place.transactionId(), 0);

    assertThatExceptionOfType(Refusal.Conflict.class)
        .isThrownBy(() -> freshness.require(request(gone, "wait=10"), SCHEMA))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("log-restored"));
  }

  private static LogPlace write() {
    return WRITTEN.append("installation", Given.registered(new UserId(Given.uuid()), "Ada"));
  }

  private static void storeToken(LogPlace place) {
    new TransactionTemplate(SCHEMA.transactions())
        .executeWithoutResult(
            status -> {
              claim();
              SCHEMA.tokens().storeToken(new PlaceToken(place), Tokens.PROCESSOR, 0);
            });
  }

  private static void claim() {
    TrackingToken before = SCHEMA.tokens().fetchToken(Tokens.PROCESSOR, 0);
    assertThat(before)
        .satisfiesAnyOf(
            it -> assertThat(it).isNull(), it -> assertThat(it).isInstanceOf(PlaceToken.class));
  }

  private MockHttpServletRequest request(LogPlace place, String prefer) {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/v1/me");
    request.addHeader(ConsistencyTokens.HEADER, tokens.encode(place));
    request.addHeader("Prefer", prefer);
    return request;
  }
}
