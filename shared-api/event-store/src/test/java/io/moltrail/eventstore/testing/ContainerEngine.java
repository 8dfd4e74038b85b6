package io.moltrail.eventstore.testing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Whether a container engine answers. Asked by hand and for two seconds at most: Testcontainers
 * tries every way there is and fills the log before it gives up.
 */
final class ContainerEngine {

  private static final String DEFAULT_SOCKET = "/var/run/docker.sock";

  private ContainerEngine() {}

  static boolean answers() {
    return Answer.WHY_NOT.isEmpty();
  }

  /** Why no container is used; empty when one is. */
  static String why() {
    return Answer.WHY_NOT;
  }

  private static String look() {
    if (setting("MOLTRAIL_CONTAINERS").equals("off")) {
      return "MOLTRAIL_CONTAINERS is off";
    }
    String host = setting("DOCKER_HOST");
    if (host.isEmpty() && !Files.exists(Path.of(DEFAULT_SOCKET))) {
      return "no container engine";
    }
    return ping(host.isEmpty() ? "unix://" + DEFAULT_SOCKET : host);
  }

  private static String setting(String name) {
    String property = System.getProperty(name);
    String value = property != null ? property : System.getenv(name);
    return value != null ? value : "";
  }

  private static String ping(String host) {
    FutureTask<String> answer = new FutureTask<>(() -> ask(host));
    Thread asking = Thread.ofVirtual().start(answer);
    try {
      return answer.get(2, TimeUnit.SECONDS).startsWith("HTTP/1.")
          ? ""
          : host + " is no container engine";
    } catch (TimeoutException e) {
      return host + " does not answer";
    } catch (ExecutionException e) {
      return host + " does not answer: " + e.getCause();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    } finally {
      asking.interrupt();
    }
  }

  private static String ask(String host) throws IOException {
    URI uri = URI.create(host);
    boolean local = "unix".equals(uri.getScheme());
    SocketAddress address =
        local
            ? UnixDomainSocketAddress.of(uri.getPath())
            : new InetSocketAddress(uri.getHost(), uri.getPort());

    try (SocketChannel channel =
        local ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open()) {
      channel.connect(address);
      channel.write(
          ByteBuffer.wrap("GET /_ping HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
      ByteBuffer answer = ByteBuffer.allocate(64);
      channel.read(answer);
      return new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII);
    }
  }

  /**
   * A class of its own: the asking thread needs this one initialised, and would wait for itself.
   */
  private static final class Answer {
    static final String WHY_NOT = look();
  }
}
