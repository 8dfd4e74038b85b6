package io.moltrail.architecture.samples.messages;

import io.moltrail.messages.Command;

public abstract class MutableCommand implements Command {}
