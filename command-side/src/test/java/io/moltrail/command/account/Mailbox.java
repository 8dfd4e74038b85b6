package io.moltrail.command.account;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody finds in their mailbox. */
final class Mailbox {

  private static final Pattern TOKEN = Pattern.compile("(?m)^([A-Za-z0-9_-]{43})\\r?$");
  private static final Duration SOON = Duration.ofSeconds(20);

  private Mailbox() {}

  /** Waits until so many mails have come. */
  static List<String> mails(String email, int count) {
    return await()
        .atMost(SOON)
        .until(() -> AccountServer.mailsTo(email), mails -> mails.size() >= count);
  }

  static String token(String mail) {
    Matcher token = TOKEN.matcher(mail);
    if (!token.find()) {
      throw new AssertionError("no token in the mail");
    }
    return token.group(1);
  }

  static String newestToken(String email, int count) {
    return token(mails(email, count).getLast());
  }

  /** An account that is open, by the long way. */
  static void openAccount(String email, String password) {
    Call.register(email, password);
    Call.verify(newestToken(email, 1));
  }
}
