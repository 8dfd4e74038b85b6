package io.moltrail.web.requests;

import io.moltrail.messages.PlainText;
import io.moltrail.messages.Refusal.Fault;
import io.moltrail.messages.Refusal.Invalid;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody changes something: {@code X-Change-Reason}, UTF-8, percent-encoded. A controller
 * method takes it as a parameter; whether it is sound shows when {@link #text} is asked, for 404
 * and 403 come first (API §1).
 */
public record ChangeReason(@Nullable String header) {

  public static final String HEADER = "X-Change-Reason";
  public static final int LONGEST = 500;

  /**
   * @throws Invalid when it is too long or holds what plain text must not; a blank reason is none
   */
  public Optional<String> text() {
    if (header == null || header.isBlank()) {
      return Optional.empty();
    }
    String decoded = decoded(header).orElseThrow(ChangeReason::invalid);
    return decoded.isBlank()
        ? Optional.empty()
        : Optional.of(PlainText.statement(decoded, LONGEST).orElseThrow(ChangeReason::invalid));
  }

  private static Optional<String> decoded(String header) {
    try {
      byte[] bytes =
          URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.ISO_8859_1)
              .getBytes(StandardCharsets.ISO_8859_1);
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static Invalid invalid() {
    String detail =
        "X-Change-Reason takes up to 500 characters of plain text, percent-encoded UTF-8.";
    return new Invalid(
        "invalid-request", detail, List.of(new Fault("/" + HEADER, "invalid-reason", detail)));
  }
}
