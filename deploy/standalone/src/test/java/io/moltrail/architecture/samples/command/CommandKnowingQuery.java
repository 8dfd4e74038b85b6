package io.moltrail.architecture.samples.command;

import io.moltrail.architecture.samples.query.QueryKnowingCommand;

public interface CommandKnowingQuery {
  QueryKnowingCommand query();
}
