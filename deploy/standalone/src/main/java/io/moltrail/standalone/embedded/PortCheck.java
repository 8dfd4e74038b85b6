package io.moltrail.standalone.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Says before anything is started that a port cannot be had, and which setting names it. Port 0
 * means any.
 */
public final class PortCheck {

  private PortCheck() {}

  /**
   * @throws PortTakenException with a sentence for the person who starts Moltrail
   */
  public static void requireFree(int port, int managementPort) {
    if (port != 0 && port == managementPort) {
      throw new PortTakenException(
          "PORT and MANAGEMENT_PORT are both " + port + "; set one of them to another port.");
    }
    requireFree("PORT", port);
    requireFree("MANAGEMENT_PORT", managementPort);
  }

  private static void requireFree(String setting, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
    } catch (IOException refused) {
      throw new PortTakenException(
          port < 1024
              ? "Port "
                  + port
                  + " is taken, or needs rights that this user lacks; set "
                  + setting
                  + " to a free one above 1023."
              : "Port "
                  + port
                  + " is taken by another program; set "
                  + setting
                  + " to a free one.");
    }
  }
}
