package io.moltrail.inventory;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.util.List;
import java.util.stream.Stream;

/**
 * The labels of all meters. Those of libraries are classified by the label's name, once for all
 * their meters; ours by meter and label.
 */
final class Labels {

  private Labels() {}

  static List<Place> of(MeterRegistry registry) {
    return registry.getMeters().stream()
        .flatMap(
            meter ->
                meter.getId().getTags().stream()
                    .map(tag -> name(meter.getId().getName(), tag.getKey())))
        .distinct()
        .map(it -> new Place(Kind.METRIC_LABEL, it))
        .toList();
  }

  private static String name(String meter, String label) {
    return (meter.startsWith("moltrail.") ? meter : "*") + "/" + label;
  }

  static Stream<String> values(MeterRegistry registry) {
    return registry.getMeters().stream()
        .flatMap(meter -> meter.getId().getTags().stream())
        .map(Tag::getValue)
        .distinct();
  }
}
