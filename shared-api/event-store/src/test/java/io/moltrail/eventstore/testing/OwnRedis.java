package io.moltrail.eventstore.testing;

import org.jspecify.annotations.Nullable;

/** A Redis for one test, which takes it away and brings it back, with nothing in it. */
public final class OwnRedis implements AutoCloseable {

  private final int port = EmbeddedServers.freePort();
  private @Nullable TestServer server;

  public OwnRedis() {
    start();
  }

  public String url() {
    return "redis://127.0.0.1:" + port;
  }

  public void start() {
    server = EmbeddedServers.redis(port);
  }

  public void stop() {
    if (server != null) {
      server.stop().run();
      server = null;
    }
  }

  @Override
  public void close() {
    stop();
  }
}
