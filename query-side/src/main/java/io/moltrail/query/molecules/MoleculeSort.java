package io.moltrail.query.molecules;

import io.moltrail.messages.Refusal.Fault;
import io.moltrail.messages.Refusal.Invalid;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * In which order a project's molecules are listed. Each is total, so a page begins exactly after
 * the one before.
 */
enum MoleculeSort {
  NUMBER("number", "ordinal", "bigint", true, it -> Long.toString(MoleculeRow.of(it).ordinal())),
  NUMBER_DESCENDING("-number", "ordinal", "bigint", false, NUMBER.key),
  CREATED("createdAt", "created_at", "timestamptz", true, it -> it.createdAt().toString()),
  CREATED_DESCENDING("-createdAt", "created_at", "timestamptz", false, CREATED.key),
  NAME("name", "name_key", "text", true, it -> MoleculeRow.nameKey(it.name()));

  private final String parameter;
  private final String column;
  private final String type;
  private final boolean ascending;
  private final Function<MoleculeView, String> key;

  MoleculeSort(
      String parameter,
      String column,
      String type,
      boolean ascending,
      Function<MoleculeView, String> key) {
    this.parameter = parameter;
    this.column = column;
    this.type = type;
    this.ascending = ascending;
    this.key = key;
  }

  /**
   * @throws Invalid when there is no such order
   */
  static MoleculeSort parse(String parameter) {
    return Arrays.stream(values())
        .filter(it -> it.parameter.equals(parameter))
        .findFirst()
        .orElseThrow(MoleculeSort::unknown);
  }

  String parameter() {
    return parameter;
  }

  /** What the page after {@code last} begins after. */
  String keyOf(MoleculeView last) {
    return key.apply(last);
  }

  /** Takes key and id of the last row. */
  String after() {
    return "(%s, id) %s (cast(? as %s), cast(? as uuid))"
        .formatted(column, ascending ? ">" : "<", type);
  }

  String order() {
    String direction = ascending ? "asc" : "desc";
    return "order by %s %s, id %s".formatted(column, direction, direction);
  }

  private static Invalid unknown() {
    String orders =
        Arrays.stream(values()).map(it -> it.parameter).collect(Collectors.joining(", "));
    String detail = "sort is one of " + orders + ".";
    return new Invalid(
        "invalid-request", detail, List.of(new Fault("/sort", "unknown-sort", detail)));
  }
}
