package io.moltrail.architecture.samples.chemistry;

import io.moltrail.architecture.samples.messages.MutableEvent;

public interface ChemistryKnowingMessages {
  MutableEvent event();
}
