package io.moltrail.command.account;

import io.moltrail.messages.user.UserId;
import io.moltrail.web.requests.RequestId;
import io.moltrail.web.security.CallerAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes down what happens at the doors: pseudonyms and shortened addresses, never an e-mail
 * address or a secret.
 */
final class SecurityEvents {

  private static final int IPV4_BYTES = 4;
  private static final int IPV4_KEPT = 3;
  private static final int IPV6_KEPT = 6;

  private final JdbcClient jdbc;

  SecurityEvents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param actor empty when it is nobody we know
   */
  void record(SecurityEvent event, Optional<UserId> actor, CallerAddress from) {
    jdbc.sql(
            """
            insert into log.security_event (side, name, actor, address, request_id) values ('command', ?, ?, ?, ?)
            """)
        .params(
            event.word(),
            actor.map(UserId::toString).orElse(null),
            shortened(from.address()),
            RequestId.current())
        .update();
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
