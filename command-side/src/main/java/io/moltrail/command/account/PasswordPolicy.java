package io.moltrail.command.account;

import io.moltrail.messages.Refusal.Fault;
import io.moltrail.messages.user.DisplayName;
import io.moltrail.messages.user.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which passwords are good enough (NIST SP 800-63B-4, without a second factor): 15 to 128 code
 * points of any kind, none that everybody tries first. No rules about kinds of characters. The
 * reason is told.
 */
final class PasswordPolicy {

  private static final int SHORTEST = 15;
  private static final int LONGEST = 128;

  private final BlockList blockList;

  PasswordPolicy(BlockList blockList) {
    this.blockList = blockList;
  }

  /** What is wrong with it as a new password of this person, or nothing. */
  Optional<Fault> fault(String pointer, String password, EmailAddress email, DisplayName name) {
    return fault(password, email, name).map(it -> new Fault(pointer, it.code(), it.detail()));
  }

  private Optional<Fault> fault(String password, EmailAddress email, DisplayName name) {
    if (!couldBe(password)) {
      return bad("too-long", "A password has at most 128 characters.");
    }
    String normal = Normalizer.normalize(password, Normalizer.Form.NFKC);
    if (Math.min(codePoints(password), codePoints(normal)) < SHORTEST) {
      return bad(
          "too-short", "A password has at least 15 characters; a few unrelated words do well.");
    }
    if (codePoints(normal) > LONGEST) {
      return bad("too-long", "A password has at most 128 characters.");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(normal)) {
      return bad("not-text", "A password is made of Unicode characters.");
    }
    return blockList.reason(normal, words(email, name)).flatMap(it -> bad("blocked", it));
  }

  private static Stream<String> words(EmailAddress email, DisplayName name) {
    return Stream.concat(
        Stream.of(email.value().split("[@.+_-]")), Stream.of(name.value().split("\\s+")));
  }

  /** Not too long; what is too long must not be normalised, for that may take long. */
  static boolean couldBe(String password) {
    return codePoints(password) <= LONGEST;
  }

  private static int codePoints(String text) {
    return text.codePointCount(0, text.length());
  }

  private static Optional<Fault> bad(String code, String detail) {
    return Optional.of(new Fault("", code, detail));
  }
}
