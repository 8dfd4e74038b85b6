package io.moltrail.command.account;

import java.io.IOException;
import java.io.Serial;

/** The mail server takes no mail to this address, now or later. Tells nothing of the address. */
final class RecipientRefused extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  RecipientRefused() {
    super("the mail server refuses the recipient for good");
  }
}
