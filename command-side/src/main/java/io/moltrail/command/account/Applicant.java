package io.moltrail.command.account;

import io.moltrail.messages.Refusal;
import io.moltrail.messages.Refusal.Fault;
import io.moltrail.messages.user.DisplayName;
import io.moltrail.messages.user.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who is to have an account, in a form that has been checked. */
record Applicant(EmailAddress email, DisplayName displayName, String password) {

  /**
   * @throws Refusal.Invalid naming each field that is not as it must be; it tells of the form only
   */
  static Applicant of(String email, String displayName, String password, PasswordPolicy policy) {
    List<Fault> faults = new ArrayList<>();
    Optional<EmailAddress> address = EmailAddress.parse(email);
    Optional<DisplayName> name = DisplayName.parse(displayName);
    if (address.isEmpty()) {
      faults.add(InvalidForm.EMAIL);
    }
    if (name.isEmpty()) {
      faults.add(InvalidForm.DISPLAY_NAME);
    }
    policy
        .fault(
            "/password",
            password,
            address.orElse(new EmailAddress("")),
            name.orElse(new DisplayName("")))
        .ifPresent(faults::add);
    if (!faults.isEmpty()) {
      throw InvalidForm.of(faults);
    }
    return new Applicant(address.orElseThrow(), name.orElseThrow(), password);
  }

  @Override
  public String toString() {
    return "(an applicant)";
  }
}
