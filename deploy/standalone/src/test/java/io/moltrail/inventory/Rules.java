package io.moltrail.inventory;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the inventory may say, whatever there is: DESIGN §4 in the words of its classes. */
final class Rules {

  private static final Pattern FIRST_ADMINISTRATOR =
      Pattern.compile("(command\\.CommandApplication/Administrator|standalone\\.Greeting/).*");
  private static final Pattern LOG_DATABASE = Pattern.compile("(log|command)\\..*");

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              "an event holds personal and confidential values in envelopes only",
              it ->
                  it.is(Kind.EVENT_FIELD)
                      && it.sensitivity().secret() != (it.protection() == Protection.ENVELOPE)),
          new Rule(
              "of the metadata the reason alone is secret, and sealed",
              it ->
                  it.is(Kind.METADATA_KEY)
                      && (it.place().name().equals("reason")
                          ? !sealed(it)
                          : it.sensitivity().secret())),
          new Rule(
              "a command stays in memory",
              it -> it.is(Kind.COMMAND_FIELD) && it.protection() != Protection.MEMORY),
          new Rule(
              "the log's database holds nothing secret in clear",
              it ->
                  it.is(Kind.COLUMN)
                      && LOG_DATABASE.matcher(it.place().name()).matches()
                      && inClear(it)),
          new Rule(
              "no key in Redis holds anything secret in clear",
              it -> it.is(Kind.REDIS_KEY) && inClear(it)),
          new Rule(
              "no log statement holds anything secret, unless production refuses to run it",
              it ->
                  it.is(Kind.LOG_FIELD)
                      && it.sensitivity().secret()
                      && it.protection() != Protection.DEVELOPMENT),
          new Rule(
              "the context of log lines holds nothing secret",
              it -> it.is(Kind.LOG_CONTEXT) && it.sensitivity().secret()),
          new Rule(
              "only the first administrator's password is shown on the terminal",
              it ->
                  it.is(Kind.TERMINAL)
                      && it.sensitivity().secret()
                      && !FIRST_ADMINISTRATOR.matcher(it.place().name()).matches()),
          new Rule(
              "a metric label is plain",
              it -> it.is(Kind.METRIC_LABEL) && it.sensitivity() != Sensitivity.PLAIN));

  private Rules() {}

  static List<String> brokenBy(List<Entry> entries) {
    return RULES.stream()
        .flatMap(
            rule ->
                entries.stream()
                    .filter(rule.broken())
                    .map(it -> rule.sentence() + ", but: " + it.row()))
        .toList();
  }

  private static boolean sealed(Entry entry) {
    return entry.sensitivity().secret() && entry.protection() == Protection.ENVELOPE;
  }

  private static boolean inClear(Entry entry) {
    return entry.sensitivity().secret() && entry.protection() == Protection.CLEAR;
  }

  private record Rule(String sentence, Predicate<Entry> broken) {}
}
