package io.moltrail.architecture.samples.messages;

import io.moltrail.messages.Event;

public abstract class MutableEvent implements Event {}
