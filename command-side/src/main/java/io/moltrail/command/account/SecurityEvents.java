package io.moltrail.command.account;

import io.moltrail.eventstore.envelope.Envelopes;
import io.moltrail.eventstore.envelope.Envelopes.Envelope;
import io.moltrail.eventstore.envelope.ErasedSubjectException;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.user.UserId;
import io.moltrail.web.requests.RequestId;
import io.moltrail.web.security.CallerAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes down what happens at the doors: pseudonyms and shortened addresses, never an e-mail
 * address or a secret. What people say stands in it sealed.
 */
final class SecurityEvents {

  private static final int IPV4_BYTES = 4;
  private static final int IPV4_KEPT = 3;
  private static final int IPV6_KEPT = 6;

  private final JdbcClient jdbc;
  private final Envelopes envelopes;
  private final JsonMapper json;

  SecurityEvents(JdbcClient jdbc, Envelopes envelopes, JsonMapper json) {
    this.jdbc = jdbc;
    this.envelopes = envelopes;
    this.json = json;
  }

  /**
   * @param actor empty when it is nobody we know
   */
  void record(SecurityEvent event, Optional<UserId> actor, CallerAddress from) {
    insert(event, actor.map(UserId::toString).orElse(null), from, null);
  }

  /**
   * @param about whom the actor has done it to, as {@link #about} gives it
   */
  void record(SecurityEvent event, UserId actor, CallerAddress from, Envelope about) {
    insert(event, actor.toString(), from, json.writeValueAsBytes(about));
  }

  private void insert(
      SecurityEvent event, @Nullable String actor, CallerAddress from, byte @Nullable [] detail) {
    jdbc.sql(
            """
            insert into log.security_event (side, name, actor, address, request_id, detail)
            values ('command', ?, ?, ?, ?, ?)
            """)
        .params(event.word(), actor, shortened(from.address()), RequestId.current(), detail)
        .update();
  }

  /**
   * Names somebody by their pseudonym and seals with their key why it was done. Before a
   * transaction's first write, for the keeper of the wrapping key may answer slowly.
   *
   * @throws Refusal.Erased when they have been
   */
  Envelope about(UserId user, Optional<String> reason) {
    Map<String, String> said = reason.map(it -> Map.of("reason", it)).orElseGet(Map::of);
    try {
      return envelopes.seal(user.subject(), json.writeValueAsBytes(said));
    } catch (ErasedSubjectException e) {
      throw new Refusal.Erased();
    }
  }

  /** The network alone: 24 bits of IPv4, 48 of IPv6. */
  static String shortened(InetAddress address) {
    byte[] bytes = address.getAddress();
    int kept = bytes.length == IPV4_BYTES ? IPV4_KEPT : IPV6_KEPT;
    Arrays.fill(bytes, kept, bytes.length, (byte) 0);
    try {
      return InetAddress.getByAddress(bytes).getHostAddress() + "/" + kept * Byte.SIZE;
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four or sixteen bytes are always an address", e);
    }
  }
}
