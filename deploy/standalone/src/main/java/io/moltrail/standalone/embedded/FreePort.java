package io.moltrail.standalone.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port of the loopback address that nobody listens on, at least now. */
final class FreePort {

  private static final int ATTEMPTS = 3;

  private FreePort() {}

  /** Starts on a free port; when another program was faster, on the next one. */
  static int startOn(Start start) throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      int port = any();
      try {
        start.on(port);
        return port;
      } catch (IOException failure) {
        if (attempt == ATTEMPTS || isFree(port)) {
          throw failure;
        }
      }
    }
  }

  private static int any() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  /** Starts something that listens on the port. */
  interface Start {
    void on(int port) throws IOException, InterruptedException;
  }
}
