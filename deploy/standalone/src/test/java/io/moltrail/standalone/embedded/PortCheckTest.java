package io.moltrail.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortCheckTest {

  @Test
  void a_taken_port_is_named_with_its_setting() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThatExceptionOfType(PortTakenException.class)
          .isThrownBy(() -> PortCheck.requireFree(port, 0))
          .withMessage("Port " + port + " is taken by another program; set PORT to a free one.");
      assertThatExceptionOfType(PortTakenException.class)
          .isThrownBy(() -> PortCheck.requireFree(0, port))
          .withMessage(
              "Port " + port + " is taken by another program; set MANAGEMENT_PORT to a free one.");
    }
  }

  @Test
  void one_port_cannot_serve_both() {
    assertThatExceptionOfType(PortTakenException.class)
        .isThrownBy(() -> PortCheck.requireFree(8080, 8080))
        .withMessage("PORT and MANAGEMENT_PORT are both 8080; set one of them to another port.");
  }

  @Test
  void a_port_that_was_free_still_is() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }

    assertThatCode(() -> PortCheck.requireFree(free, 0)).doesNotThrowAnyException();
  }
}
