package io.moltrail.messages.user;

/** What a user may do for the installation as a whole. */
public enum SystemRole {
  USER,
  AUDITOR,
  OPERATOR,
  DPO,
  ADMIN
}
