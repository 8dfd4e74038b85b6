package io.moltrail.command.platform;

/** Says that the schemas are there; whatever opens them depends on it. */
record CommandSchema() {}
