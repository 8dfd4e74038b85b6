package io.moltrail.web.problems;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every problem that this process can answer with, by code. */
public final class ProblemCatalogue {

  private final Map<String, ProblemKind> kinds = new TreeMap<>();

  /** The sides may name the same kind; they must mean the same by it. */
  public ProblemCatalogue(Collection<ProblemSource> sources) {
    for (ProblemSource source : sources) {
      for (ProblemKind kind : source.kinds()) {
        ProblemKind before = kinds.putIfAbsent(kind.code(), kind);
        if (before != null && before.status() != kind.status()) {
          throw new IllegalStateException("two problems are called " + kind.code());
        }
      }
    }
  }

  public Optional<ProblemKind> find(String code) {
    return Optional.ofNullable(kinds.get(code));
  }

  public List<ProblemKind> all() {
    return List.copyOf(kinds.values());
  }

  /** The title of a code, made from the code itself where nobody has entered it. */
  String title(String code) {
    return find(code)
        .map(ProblemKind::title)
        .orElseGet(
            () ->
                code.substring(0, 1).toUpperCase(Locale.ROOT)
                    + code.substring(1).replace('-', ' '));
  }
}
