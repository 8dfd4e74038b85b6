package io.moltrail.architecture.samples.query;

import io.moltrail.architecture.samples.command.CommandKnowingQuery;

public interface QueryKnowingCommand {
  CommandKnowingQuery command();
}
