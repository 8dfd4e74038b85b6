package io.moltrail.command.account;

import io.swagger.v3.oas.annotations.media.Schema;

/** The one answer to whoever asks for mail: it tells nothing about who has an account. */
record Acknowledgement(
    @Schema(example = "If the address can be used here, a mail is on its way to it.")
        String message) {

  static final Acknowledgement ALWAYS =
      new Acknowledgement("If the address can be used here, a mail is on its way to it.");
}
