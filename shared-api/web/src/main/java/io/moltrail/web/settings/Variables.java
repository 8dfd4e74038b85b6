package io.moltrail.web.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.core.env.Environment;

/**
 * Reads single variables and gathers what is wrong with them; an empty variable is one that is not
 * set.
 */
final class Variables {

  private final Environment environment;
  private final List<String> faults = new ArrayList<>();

  Variables(Environment environment) {
    this.environment = environment;
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(environment.getProperty(name))
        .map(String::strip)
        .filter(it -> !it.isEmpty());
  }

  /**
   * @param form what would be right, as the end of "... is not"
   */
  <T> Optional<T> parsed(String name, String form, Function<String, Optional<T>> parser) {
    Optional<String> text = text(name);
    Optional<T> value = text.flatMap(parser);
    if (text.isPresent() && value.isEmpty()) {
      fault(name + " is not " + form);
    }
    return value;
  }

  <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
    List<E> all = Arrays.asList(type.getEnumConstants());
    String form = "one of " + String.join(", ", all.stream().map(Variables::spelling).toList());
    return parsed(
        name,
        form,
        text -> all.stream().filter(it -> spelling(it).equalsIgnoreCase(text)).findFirst());
  }

  <T> List<T> list(String name, String form, Function<String, Optional<T>> parser) {
    List<String> items =
        text(name).stream().flatMap(it -> Arrays.stream(it.split("\\s*,\\s*"))).toList();
    List<T> values = items.stream().map(parser).flatMap(Optional::stream).toList();
    if (values.size() < items.size()) {
      fault(name + " is not a comma-separated list of " + form);
    }
    return values;
  }

  void fault(String sentence) {
    faults.add(sentence);
  }

  /**
   * @param wrong whether the fault is there
   */
  void faultIf(boolean wrong, String sentence) {
    if (wrong) {
      fault(sentence);
    }
  }

  List<String> faults() {
    return faults;
  }

  private static String spelling(Enum<?> value) {
    return value.getDeclaringClass() == LogLevel.class
        ? value.name()
        : value.name().toLowerCase(Locale.ROOT);
  }
}
