package io.moltrail.eventstore.testing;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Servers in containers, images overridable by {@code MOLTRAIL_POSTGRES_IMAGE} and {@code
 * MOLTRAIL_REDIS_IMAGE}. An engine without a bridge network cannot map ports: there the containers
 * use the host's network on a free port.
 */
final class ContainerServers {

  private ContainerServers() {}

  static TestServer postgres() {
    DockerImageName image =
        image("MOLTRAIL_POSTGRES_IMAGE", "postgres:17").asCompatibleSubstituteFor("postgres");
    PostgreSQLContainer container =
        bridged() ? new PostgreSQLContainer(image) : new PostgresOnHostNetwork(image, freePort());

    container
        .withUsername(TestServices.SUPER_USER)
        .withPassword(TestServices.SUPER_PASSWORD)
        .withDatabaseName("postgres");
    container.setCommand(
        "postgres",
        "-c",
        "fsync=off",
        "-c",
        "max_connections=200",
        "-c",
        "max_prepared_transactions=0");
    container.start();
    return new TestServer(
        container.getHost(),
        container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
        container::stop);
  }

  static TestServer redis() {
    DockerImageName image = image("MOLTRAIL_REDIS_IMAGE", "redis:7");
    int hostPort = freePort();
    RedisContainer container =
        bridged() ? new RedisContainer(image) : new RedisOnHostNetwork(image, hostPort);

    container.start();
    return new TestServer(
        container.getHost(), container.getMappedPort(RedisContainer.PORT), container::stop);
  }

  private static DockerImageName image(String setting, String usual) {
    String named = System.getenv(setting);
    DockerImageName image = DockerImageName.parse(named != null ? named : usual);
    pullOnce(image.asCanonicalNameString());
    return image;
  }

  /**
   * Testcontainers asks an unreachable registry again for minutes; our tests have embedded servers
   * to fall back on.
   */
  private static void pullOnce(String image) {
    DockerClient engine = DockerClientFactory.lazyClient();
    try {
      engine.inspectImageCmd(image).exec();
    } catch (NotFoundException notHere) {
      try {
        if (!engine.pullImageCmd(image).start().awaitCompletion(2, TimeUnit.MINUTES)) {
          throw new IllegalStateException("pulling " + image + " takes too long", notHere);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  private static boolean bridged() {
    try {
      DockerClientFactory.lazyClient().inspectNetworkCmd().withNetworkId("bridge").exec();
      return true;
    } catch (NotFoundException none) {
      return false;
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static class RedisContainer extends GenericContainer<RedisContainer> {

    static final int PORT = 6379;

    RedisContainer(DockerImageName image) {
      super(image);
      addExposedPort(PORT);
    }
  }

  private static final class RedisOnHostNetwork extends RedisContainer {

    private final int port;

    RedisOnHostNetwork(DockerImageName image, int port) {
      super(image);
      this.port = port;
      setNetworkMode("host");
      setExposedPorts(List.of());
      setCommand("redis-server", "--port", String.valueOf(port), "--bind", "127.0.0.1");
      waitingFor(Wait.forLogMessage(".*Ready to accept connections.*", 1));
    }

    @Override
    public String getHost() {
      return "127.0.0.1";
    }

    @Override
    public Integer getMappedPort(int originalPort) {
      return port;
    }
  }

  private static final class PostgresOnHostNetwork extends PostgreSQLContainer {

    private final int port;

    PostgresOnHostNetwork(DockerImageName image, int port) {
      super(image);
      this.port = port;
      setNetworkMode("host");
      setExposedPorts(List.of());
      addEnv("PGPORT", String.valueOf(port));
    }

    @Override
    public String getHost() {
      return "127.0.0.1";
    }

    @Override
    public Integer getMappedPort(int originalPort) {
      return port;
    }

    @Override
    public Set<Integer> getLivenessCheckPortNumbers() {
      return Set.of(port);
    }
  }
}
