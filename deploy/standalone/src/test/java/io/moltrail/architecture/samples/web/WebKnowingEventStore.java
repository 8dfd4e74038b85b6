package io.moltrail.architecture.samples.web;

import io.moltrail.architecture.samples.eventstore.EventStoreKnowingChemistry;

public interface WebKnowingEventStore {
  EventStoreKnowingChemistry eventStore();
}
