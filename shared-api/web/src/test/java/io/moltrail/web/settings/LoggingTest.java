package io.moltrail.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;

/** Bodies, headers and the values of SQL never reach the log, however much is asked for. */
class LoggingTest {

  private static final List<String> TALKATIVE =
      List.of(
          "org.springframework.web.servlet.mvc.method.annotation.RequestResponseBodyMethodProcessor",
          "org.springframework.http.converter.json.JacksonJsonHttpMessageConverter",
          "org.springframework.jdbc.core.JdbcTemplate",
          "org.springframework.jdbc.core.StatementCreatorUtils",
          "org.springframework.security.web.FilterChainProxy",
          "org.apache.coyote.http11.Http11InputBuffer",
          "org.postgresql.core.v3.QueryExecutorImpl",
          "io.lettuce.core.protocol.CommandHandler",
          "org.axonframework.messaging.interceptors.LoggingInterceptor",
          "com.zaxxer.hikari.pool.HikariPool");

  @SpringBootConfiguration(proxyBeanMethods = false)
  static class Nothing {}

  @AfterEach
  void calmAgain() {
    start("--LOG_LEVEL=INFO");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DEBUG", "TRACE"})
  void more_is_told_by_our_own_packages_only(String level) {
    start("--LOG_LEVEL=" + level);

    assertThat(LoggerFactory.getLogger("io.moltrail.web.Anything").isDebugEnabled()).isTrue();
    assertThat(TALKATIVE).noneMatch(it -> LoggerFactory.getLogger(it).isDebugEnabled());
  }

  @Test
  void boots_own_switches_do_not_change_that() {
    start("--debug=true", "--trace=true");

    assertThat(TALKATIVE).noneMatch(it -> LoggerFactory.getLogger(it).isDebugEnabled());
  }

  @Test
  void less_is_told_by_all() {
    start("--LOG_LEVEL=ERROR");

    assertThat(LoggerFactory.getLogger("io.moltrail.web.Anything").isWarnEnabled()).isFalse();
    assertThat(LoggerFactory.getLogger("com.zaxxer.hikari.pool.HikariPool").isWarnEnabled())
        .isFalse();
  }

  private static void start(String... arguments) {
    SpringApplication application = new SpringApplication(Nothing.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setDefaultProperties(Map.of("spring.config.import", "classpath:moltrail-web.yaml"));
    application.run(arguments).close();
  }
}
