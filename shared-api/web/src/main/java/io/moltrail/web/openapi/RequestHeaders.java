package io.moltrail.web.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Headers that an operation reads. */
public final class RequestHeaders {

  private RequestHeaders() {}

  /** Says what a header means to an operation; what is said of it already stays before. */
  public static void add(Operation operation, String name, String sentence, String example) {
    Optional<Parameter> before =
        Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of()).stream()
            .filter(it -> "header".equals(it.getIn()) && name.equals(it.getName()))
            .findFirst();
    if (before.isPresent()) {
      before.get().setDescription(before.get().getDescription() + " " + sentence);
    } else {
      operation.addParametersItem(
          new HeaderParameter()
              .name(name)
              .required(false)
              .description(sentence)
              .example(example)
              .schema(new StringSchema()));
    }
  }
}
