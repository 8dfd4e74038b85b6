package io.moltrail.web.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.moltrail.web.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Redis by hand: short timeouts, and no queue of commands for a server that is not there. */
@Configuration(proxyBeanMethods = false)
public class RedisConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(RedisConfiguration.class);
  private static final Duration COMMAND_TIMEOUT = Duration.ofMillis(200);
  private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(500);
  private static final int WARM_UPS = 3;

  @Bean
  LettuceConnectionFactory webRedis(Settings settings) {
    URI uri = settings.redisUrl();
    RedisStandaloneConfiguration server =
        new RedisStandaloneConfiguration(uri.getHost(), uri.getPort() < 0 ? 6379 : uri.getPort());
    credentials(uri, server);
    database(uri).ifPresent(server::setDatabase);
    LettuceConnectionFactory factory = new LettuceConnectionFactory(server, client(uri));
    factory.setValidateConnection(false);
    return factory;
  }

  @Bean
  StringRedisTemplate webRedisTemplate(@Qualifier("webRedis") LettuceConnectionFactory webRedis) {
    return new StringRedisTemplate(webRedis);
  }

  @Bean
  RedisGate redisGate(@Qualifier("webRedisTemplate") StringRedisTemplate webRedisTemplate) {
    warmUp(webRedisTemplate);
    return new RedisGate(webRedisTemplate, System::nanoTime);
  }

  /**
   * The first calls load classes and connect; they are made here, lest a request takes them for a
   * slow Redis.
   */
  private static void warmUp(StringRedisTemplate redis) {
    for (int i = 0; i < WARM_UPS; i++) {
      try {
        redis.hasKey(KeySpace.WARM_UP.prefix());
        return;
      } catch (DataAccessException e) {
        LOG.debug("Redis has not answered yet", e);
      }
    }
  }

  @Bean
  MeterBinder redisAvailability(RedisGate gate) {
    return registry ->
        Gauge.builder("moltrail.redis.available", gate, it -> it.available() ? 1 : 0)
            .description("1 while Redis answers, 0 while the edge does without it")
            .register(registry);
  }

  private static LettuceClientConfiguration client(URI uri) {
    ClientOptions options =
        ClientOptions.builder()
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .socketOptions(SocketOptions.builder().connectTimeout(CONNECT_TIMEOUT).build())
            .timeoutOptions(TimeoutOptions.enabled(COMMAND_TIMEOUT))
            .build();
    var builder =
        LettuceClientConfiguration.builder()
            .clientOptions(options)
            .commandTimeout(COMMAND_TIMEOUT)
            .shutdownTimeout(Duration.ZERO);
    return "rediss".equals(uri.getScheme()) ? builder.useSsl().build() : builder.build();
  }

  private static void credentials(URI uri, RedisStandaloneConfiguration server) {
    if (uri.getUserInfo() == null) {
      return;
    }
    String[] parts = uri.getUserInfo().split(":", 2);
    if (!parts[0].isEmpty() && parts.length == 2) {
      server.setUsername(parts[0]);
    }
    server.setPassword(parts[parts.length - 1]);
  }

  private static Optional<Integer> database(URI uri) {
    return Optional.ofNullable(uri.getPath())
        .map(path -> path.replace("/", ""))
        .filter(it -> it.matches("[0-9]{1,2}"))
        .map(Integer::valueOf);
  }
}
