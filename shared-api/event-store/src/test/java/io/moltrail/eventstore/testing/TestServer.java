package io.moltrail.eventstore.testing;

/** A started server: where it listens and how it is stopped. */
record TestServer(String host, int port, Runnable stop) {}
