package io.moltrail.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.web.settings.AddressRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class CallerAddressesTest {

  private final CallerAddresses addresses =
      new CallerAddresses(
          List.of(
              AddressRange.parse("10.0.0.0/8").orElseThrow(),
              AddressRange.parse("fd00::/8").orElseThrow()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          203.0.113.9 | 1.1.1.1                | -                    | 203.0.113.9
          10.0.0.1    | 1.1.1.1                | -                    | 1.1.1.1
          10.0.0.1    | 9.9.9.9, 1.1.1.1       | -                    | 1.1.1.1
          10.0.0.1    | 9.9.9.9, 1.1.1.1, 10.2.2.2 | -                | 1.1.1.1
          10.0.0.1    | 1.1.1.1:4711           | -                    | 1.1.1.1
          10.0.0.1    | evil.example           | -                    | 10.0.0.1
          10.0.0.1    | -                      | for=1.1.1.1;proto=https | 1.1.1.1
          10.0.0.1    | -                      | For="[2001:db8:1:2:3::4]:99" | 2001:db8:1:2:0:0:0:0/64
          10.0.0.1    | 1.1.1.1                | for=2.2.2.2          | 10.0.0.1
          10.0.0.1    | 1.1.1.1, evil.example  | -                    | 10.0.0.1
          10.0.0.1    | 1.1.1.1, 10.2.2.2, unknown | -                | 10.0.0.1
          10.0.0.1    | 1.1.1.1, evil.example, 10.2.2.2 | -           | 10.2.2.2
          10.0.0.1    | 1.1.1.1,               | -                    | 10.0.0.1
          10.0.0.1    | 1                      | -                    | 10.0.0.1
          10.0.0.1    | 010.1.1.1              | -                    | 10.0.0.1
          10.0.0.1    | 1.1.1.1:evil           | -                    | 10.0.0.1
          10.0.0.1    | 1.1.1.256              | -                    | 10.0.0.1
          10.0.0.1    | 10.3.3.3, 10.2.2.2     | -                    | 10.3.3.3
          10.0.0.1    | ::ffff:1.1.1.1         | -                    | 1.1.1.1
          10.0.0.1    | ::ffff:101:101         | -                    | 1.1.1.1
          10.0.0.1    | 9.9.9.9, 1.1.1.1, ::ffff:10.2.2.2 | -         | 1.1.1.1
          10.0.0.1    | [2001:db8:1:2::4]:99   | -                    | 2001:db8:1:2:0:0:0:0/64
          10.0.0.1    | [2001:db8:1:2::4       | -                    | 10.0.0.1
          10.0.0.1    | [2001:db8:1:2::4]evil  | -                    | 10.0.0.1
          10.0.0.1    | fe80::1%eth0           | -                    | 10.0.0.1
          ::ffff:10.0.0.1 | 1.1.1.1            | -                    | 1.1.1.1
          ::ffff:203.0.113.9 | 1.1.1.1         | -                    | 203.0.113.9
          203.0.113.9 | -                      | for=1.1.1.1          | 203.0.113.9
          10.0.0.1    | -                      | for=9.9.9.9, for=1.1.1.1 | 1.1.1.1
          10.0.0.1    | -                      | for=9.9.9.9, for=1.1.1.1;by=10.0.0.1, for=10.2.2.2 | 1.1.1.1
          10.0.0.1    | -                      | for=9.9.9.9;for=1.1.1.1 | 10.0.0.1
          10.0.0.1    | -                      | for="9.9.9.9, for=1.1.1.1 | 1.1.1.1
          10.0.0.1    | -                      | for=1.1.1.1, for=_hidden | 10.0.0.1
          10.0.0.1    | -                      | for=1.1.1.1, proto=https | 10.0.0.1
          10.0.0.1    | -                      | -                    | 10.0.0.1
          2001:db8:1:2:aaaa::1 | -             | -                    | 2001:db8:1:2:0:0:0:0/64
          fd00::1     | 2001:db8:9:9::7        | -                    | 2001:db8:9:9:0:0:0:0/64
          """)
  void believe_trusted_proxies_and_nobody_else(
      String peer, String forwardedFor, String forwarded, String client) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr(peer);
    if (forwardedFor != null) {
      request.addHeader("X-Forwarded-For", forwardedFor);
    }
    if (forwarded != null) {
      request.addHeader("Forwarded", forwarded);
    }

    assertThat(addresses.of(request).key()).isEqualTo(client);
  }

  @Test
  void read_several_headers_as_one_list() {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr("10.0.0.1");
    request.addHeader("X-Forwarded-For", "1.1.1.1");
    request.addHeader("X-Forwarded-For", "2.2.2.2, 10.2.2.2");

    assertThat(addresses.of(request).key()).isEqualTo("2.2.2.2");
  }

  @Test
  void believe_nobody_when_no_proxy_is_named() {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr("127.0.0.1");
    request.addHeader("X-Forwarded-For", "1.1.1.1");

    assertThat(new CallerAddresses(List.of()).of(request).key()).isEqualTo("127.0.0.1");
  }

  @Test
  void believe_nobody_whose_own_address_cannot_be_read() {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr("somebody");
    request.addHeader("X-Forwarded-For", "1.1.1.1");
    List<AddressRange> everybody =
        Stream.of("127.0.0.0/8", "::1", "0.0.0.0/0")
            .map(AddressRange::parse)
            .map(Optional::orElseThrow)
            .toList();

    assertThat(new CallerAddresses(everybody).of(request).key()).isEqualTo("0.0.0.0");
  }

  @Test
  void count_all_of_a_customers_network_as_one_client() {
    assertThat(key("2001:db8:1:2::1"))
        .isEqualTo(key("2001:db8:1:2:ffff::9"))
        .isNotEqualTo(key("2001:db8:1:3::1"));
  }

  private static String key(String address) {
    return new CallerAddress(AddressRange.literal(address).orElseThrow()).key();
  }
}
