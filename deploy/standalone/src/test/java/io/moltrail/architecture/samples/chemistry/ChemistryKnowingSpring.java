package io.moltrail.architecture.samples.chemistry;

import org.springframework.context.ApplicationContext;

public interface ChemistryKnowingSpring {
  ApplicationContext context();
}
