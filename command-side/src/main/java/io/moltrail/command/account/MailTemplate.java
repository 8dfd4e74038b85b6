package io.moltrail.command.account;

import java.net.URI;
import java.util.Arrays;

/**
 * The mails that Moltrail writes. They greet nobody by name: whoever registers chooses the name,
 * and could make us send their words to strangers.
 */
enum MailTemplate {
  VERIFY_EMAIL(
      "verify-email",
      "Confirm your e-mail address",
      """
      Hello,

      somebody, hopefully you, wants to open a Moltrail account with this e-mail address.
      If it was you, confirm the address within 24 hours: send this token, as {"token": "..."},
      to {url}/v1/auth/verify-email

      {token}

      If it was not you, do nothing: without this token the account stays closed.

      Moltrail
      """),
  ALREADY_REGISTERED(
      "already-registered",
      "You have an account already",
      """
      Hello,

      somebody tried to register at {url} with your e-mail address.
      You have an account there already; if it was you, simply log in.

      If it was not you, there is nothing to do: nobody has learned that you have an account, and it is unchanged.

      Moltrail
      """),
  CHANGE_EMAIL(
      "change-email",
      "Confirm your new e-mail address",
      """
      Hello,

      somebody, hopefully you, wants this to be the e-mail address of their Moltrail account.
      If it was you, confirm it within 24 hours: log in as before and send this token, as {"token": "..."},
      to {url}/v1/me/email-change:confirm

      {token}

      If it was not you, do nothing: without this token nothing happens.

      Moltrail
      """),
  ADDRESS_IN_USE(
      "address-in-use",
      "Your address is in use already",
      """
      Hello,

      somebody who has a Moltrail account at {url} wants this to be its e-mail address.
      There is an account with this address already, so nothing was changed.

      If it was not you, there is nothing to do: nobody has learned that you have an account, and it is unchanged.

      Moltrail
      """),
  EMAIL_CHANGED(
      "email-changed",
      "Your account has another e-mail address",
      """
      Hello,

      your Moltrail account at {url} has another e-mail address from now on; this one does not open it any more.

      If it was you, there is nothing to do.
      If it was not you, somebody has your password: tell your administrator at once.

      Moltrail
      """),
  RESET_PASSWORD(
      "reset-password",
      "Set a new password",
      """
      Hello,

      somebody, hopefully you, has forgotten the password of the Moltrail account with this e-mail address.
      If it was you, set a new one within an hour: send this token and the new password,
      as {"token": "...", "newPassword": "..."}, to {url}/v1/auth/password/reset

      {token}

      If it was not you, do nothing: your password is unchanged, and nobody has learned that you have an account.

      Moltrail
      """),
  PASSWORD_CHANGED(
      "password-changed",
      "Your password was changed",
      """
      Hello,

      the password of your Moltrail account at {url} was changed just now, and its sessions were ended.

      If it was you, there is nothing to do.
      If it was not you, somebody has your password or reads your mail: set a new one at once, by asking for a link
      at {url}/v1/auth/password/forgot, and tell your administrator.

      Moltrail
      """),
  INVITATION(
      "invitation",
      "You are invited into a project",
      """
      Hello,

      somebody invites you to work with them on a project in Moltrail, at {url}
      To join, sign in with this very e-mail address, or open an account with it first. Then, within seven days,
      send this token, as {"token": "..."}, to {url}/v1/invitations:accept

      {token}

      If you do not want to join, or do not know who this could be, do nothing: the invitation ends by itself.

      Moltrail
      """);

  private final String code;
  private final String subject;
  private final String text;

  MailTemplate(String code, String subject, String text) {
    this.code = code;
    this.subject = subject;
    this.text = text;
  }

  /** As it stands in the outbox. */
  String code() {
    return code;
  }

  static MailTemplate of(String code) {
    return Arrays.stream(values())
        .filter(it -> it.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no mail is called " + code));
  }

  String subject() {
    return subject;
  }

  String text(MailContent content, URI publicUrl) {
    return text.replace("{url}", publicUrl.toString()).replace("{token}", content.token());
  }
}
