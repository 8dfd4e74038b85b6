package io.moltrail.messages.user;

import io.moltrail.messages.PlainText;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address as it is compared: domain as lower-case A-label, local part lower-case (every
 * provider of note ignores its case, and two accounts for one mailbox would be a trap). The
 * constructor takes what is stored; {@link #parse} is the door for what people type.
 */
public record EmailAddress(String value) {

  private static final int LOCAL_MAX = 64;
  private static final int TOTAL_MAX = 254;
  private static final Pattern LOCAL =
      Pattern.compile("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");
  private static final Pattern DOMAIN =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  /** The pragmatic subset of RFC 5321: one @, no quoting, no comments, a dotted domain. */
  public static Optional<EmailAddress> parse(String text) {
    if (text.length() > TOTAL_MAX || PlainText.line(text, TOTAL_MAX).isEmpty()) {
      return Optional.empty(); // a domain would lose what is invisible, and count as another
    }
    int at = text.indexOf('@');
    if (at < 1 || at != text.lastIndexOf('@')) {
      return Optional.empty();
    }
    String local = text.substring(0, at);
    if (local.length() > LOCAL_MAX || !LOCAL.matcher(local).matches()) {
      return Optional.empty();
    }
    return asciiDomain(text.substring(at + 1))
        .map(domain -> local.toLowerCase(Locale.ROOT) + "@" + domain)
        .filter(address -> address.length() <= TOTAL_MAX)
        .map(EmailAddress::new);
  }

  private static Optional<String> asciiDomain(String domain) {
    try {
      String ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      return Optional.of(ascii).filter(it -> DOMAIN.matcher(it).matches());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "(an e-mail address)";
  }
}
