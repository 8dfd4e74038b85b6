package io.moltrail.command.account;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where mails are handed over, as {@code SMTP_URL} says it: {@code smtp://host:port}, {@code
 * smtps://user:password@host}. User and password are percent-encoded.
 *
 * @param secure whether the connection is encrypted from its first byte
 */
record MailServer(String host, int port, boolean secure, Optional<Account> account) {

  private static final int SUBMISSION = 587;
  private static final int SUBMISSION_OVER_TLS = 465;

  static MailServer at(URI url) {
    boolean secure = "smtps".equals(url.getScheme());
    int usual = secure ? SUBMISSION_OVER_TLS : SUBMISSION;
    return new MailServer(
        url.getHost(),
        url.getPort() < 0 ? usual : url.getPort(),
        secure,
        Optional.ofNullable(url.getRawUserInfo()).map(Account::parse));
  }

  /** Who sends the mails, to the server. */
  record Account(String user, String password) {

    static Account parse(String userInfo) {
      String[] parts = userInfo.split(":", 2);
      return new Account(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
    }

    /** A plus sign stands for itself, unlike in a form. */
    private static String decoded(String text) {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
      return "(an account)";
    }
  }
}
