package io.moltrail.architecture.samples.eventstore;

import io.moltrail.architecture.samples.chemistry.ChemistryKnowingSpring;

public interface EventStoreKnowingChemistry {
  ChemistryKnowingSpring chemistry();
}
