package io.moltrail.command.platform;

/**
 * A decision table, row by row in one order, as it is live and as it was made anew in the session's
 * temporary tables. Rows hold pseudonyms, fingerprints, codes and roles, nothing personal or
 * confidential in clear.
 */
enum DecisionTable {
  CLAIM(
      "select to_jsonb(t)::text from command.claim t order by to_jsonb(t)::text collate \"C\"",
      "select to_jsonb(t)::text from pg_temp.claim t order by to_jsonb(t)::text collate \"C\""),
  USER_RIGHTS(
      "select to_jsonb(t)::text from command.user_rights t order by to_jsonb(t)::text collate"
          + " \"C\"",
      "select to_jsonb(t)::text from pg_temp.user_rights t order by to_jsonb(t)::text collate"
          + " \"C\""),
  MEMBERSHIP(
      "select to_jsonb(t)::text from command.membership t order by to_jsonb(t)::text collate \"C\"",
      "select to_jsonb(t)::text from pg_temp.membership t order by to_jsonb(t)::text collate"
          + " \"C\""),
  PROJECT_GUARD(
      "select to_jsonb(t)::text from command.project_guard t order by to_jsonb(t)::text collate"
          + " \"C\"",
      "select to_jsonb(t)::text from pg_temp.project_guard t order by to_jsonb(t)::text collate"
          + " \"C\"");

  private final String live;
  private final String rebuilt;

  DecisionTable(String live, String rebuilt) {
    this.live = live;
    this.rebuilt = rebuilt;
  }

  String live() {
    return live;
  }

  String rebuilt() {
    return rebuilt;
  }
}
