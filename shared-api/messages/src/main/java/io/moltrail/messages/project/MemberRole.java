package io.moltrail.messages.project;

/** What a member may do in a project; each role includes the ones below it. */
public enum MemberRole {
  VIEWER,
  EDITOR,
  OWNER;

  public boolean includes(MemberRole other) {
    return compareTo(other) >= 0;
  }
}
