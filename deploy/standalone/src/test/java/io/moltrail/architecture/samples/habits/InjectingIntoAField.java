package io.moltrail.architecture.samples.habits;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

public class InjectingIntoAField {
  @Autowired @Nullable Object service;
}
