package io.moltrail.query.users;

import java.util.Arrays;
import java.util.Locale;

/** Whether somebody may come in; each user who is not erased is in exactly one. */
enum UserState {
  ACTIVE("verified and not suspended and email is not null"),
  SUSPENDED("suspended and email is not null"),
  UNVERIFIED("not verified and not suspended and email is not null");

  private final String condition;

  UserState(String condition) {
    this.condition = condition;
  }

  /** As they are asked for. */
  static String[] words() {
    return Arrays.stream(values())
        .map(it -> it.name().toLowerCase(Locale.ROOT))
        .toArray(String[]::new);
  }

  static UserState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Of SQL. */
  String condition() {
    return condition;
  }
}
