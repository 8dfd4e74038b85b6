package io.moltrail.command.account;

import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** How a device token travels: in a header for programs, in a cookie for browsers. */
final class DeviceCookies {

  static final String HEADER = "X-Device-Token";
  static final String COOKIE = "moltrail-device";

  private static final Duration LIFE = Duration.ofDays(365);

  private final boolean secure;

  DeviceCookies(URI publicUrl) {
    this.secure = "https".equals(publicUrl.getScheme());
  }

  void write(String deviceToken, HttpHeaders headers) {
    headers.set(HEADER, deviceToken);
    headers.add(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(COOKIE, deviceToken)
            .path("/v1/auth")
            .httpOnly(true)
            .secure(secure)
            .sameSite("Strict")
            .maxAge(LIFE)
            .build()
            .toString());
  }
}
