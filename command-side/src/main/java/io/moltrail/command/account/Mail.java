package io.moltrail.command.account;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A mail, ready to be handed over.
 *
 * @param id of its row in the outbox: sent twice, it is the same mail
 * @param host names the sender
 */
record Mail(
    long id, Instant writtenAt, String host, String recipient, String subject, String text) {

  Mail {
    for (String header : new String[] {host, recipient, subject}) {
      if (header.codePoints().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("a header of a mail is one line");
      }
    }
  }

  /** The whole message as RFC 5322 (and, for names outside ASCII, RFC 6532) wants it. */
  byte[] message() {
    String headers =
        String.join(
            "\r\n",
            "Date: "
                + DateTimeFormatter.RFC_1123_DATE_TIME.format(writtenAt.atOffset(ZoneOffset.UTC)),
            "From: Moltrail <no-reply@" + host + ">",
            "To: <" + recipient + ">",
            "Subject: " + subject,
            "Message-ID: <outbox-" + id + "-" + writtenAt.toEpochMilli() + "@" + host + ">",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: 8bit");
    return (headers + "\r\n\r\n" + text.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Mail " + id;
  }
}
