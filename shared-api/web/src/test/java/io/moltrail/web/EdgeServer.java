package io.moltrail.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.Tier;
import io.moltrail.messages.user.UserId;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import redis.embedded.RedisServer;

/**
 * A real server with a real Redis, started once for all tests of this module, and the side behind
 * it as plain fields.
 */
public final class EdgeServer {

  public static final String ISSUER = "https://moltrail.test";
  public static final List<ECKey> KEYS = new CopyOnWriteArrayList<>(List.of(key("k1")));
  public static final Map<UserId, CallerStanding> USERS = new ConcurrentHashMap<>();
  public static final Set<String> ENDED_SESSIONS = ConcurrentHashMap.newKeySet();

  private static final EdgeServer ONLY = new EdgeServer();

  private final ConfigurableApplicationContext context;
  private final RedisServer redis;

  private EdgeServer() {
    try {
      int redisPort = freePort();
      redis = RedisServer.newRedisServer().port(redisPort).setting("save \"\"").build();
      redis.start();
      context = new SpringApplication(EdgeApplication.class).run(arguments(redisPort));
      Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void stop() {
    context.close();
    try {
      redis.stop();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String[] arguments(int redisPort) {
    List<String> arguments = new ArrayList<>();
    TestSettings.variables().forEach((name, value) -> arguments.add("--" + name + "=" + value));
    arguments.add("--PORT=0");
    arguments.add("--MANAGEMENT_PORT=0");
    arguments.add("--REDIS_URL=redis://localhost:" + redisPort);
    arguments.add("--spring.config.import=classpath:moltrail-web.yaml");
    return arguments.toArray(String[]::new);
  }

  public static int port() {
    return ((ServletWebServerApplicationContext) ONLY.context).getWebServer().getPort();
  }

  public static int managementPort() {
    return ONLY.context
        .getEnvironment()
        .getRequiredProperty("local.management.port", Integer.class);
  }

  public static <T> T bean(Class<T> type) {
    return ONLY.context.getBean(type);
  }

  /** A user whom nobody else uses. */
  public static UserId user(Tier tier, SystemRole... roles) {
    UserId id = new UserId(uuid7());
    USERS.put(id, new CallerStanding(id, tier, Set.of(roles), false, 1));
    return id;
  }

  public static void suspend(UserId user) {
    USERS.computeIfPresent(
        user, (id, it) -> new CallerStanding(id, it.tier(), it.roles(), true, 2));
  }

  static WebBackends backends() {
    return new WebBackends(
        user -> Optional.ofNullable(USERS.get(user)),
        () -> KEYS,
        ENDED_SESSIONS::contains,
        List.of());
  }

  public static ECKey key(String id) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public static UUID uuid7() {
    UUID random = UUID.randomUUID();
    return new UUID(
        (random.getMostSignificantBits() & ~0xf000L) | 0x7000L, random.getLeastSignificantBits());
  }

  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
