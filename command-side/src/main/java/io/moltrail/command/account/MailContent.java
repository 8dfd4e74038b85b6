package io.moltrail.command.account;

/**
 * What stands in a mail and in nobody else's sight: sealed in the outbox, emptied once sent.
 *
 * @param token empty when the mail carries none
 */
record MailContent(String recipient, String token) {

  @Override
  public String toString() {
    return "(a mail's content)";
  }
}
