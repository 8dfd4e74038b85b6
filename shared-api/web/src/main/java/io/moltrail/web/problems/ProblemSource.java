package io.moltrail.web.problems;

import java.util.List;

/** How a module adds the problems it can answer with to the catalogue: a bean of this type. */
public interface ProblemSource {

  List<ProblemKind> kinds();
}
