package io.moltrail.web.security;

import io.moltrail.web.WebBackends;
import io.moltrail.web.permissions.Permissions;
import io.moltrail.web.redis.RedisGate;
import io.moltrail.web.requests.RequestArgument;
import io.moltrail.web.settings.Settings;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {

  private static final int ROLE_RULE_ORDER = 0;

  @Bean
  CallerAddresses callerAddresses(Settings settings) {
    return new CallerAddresses(settings.network().trustedProxies());
  }

  @Bean
  Revocations revocations(RedisGate redis, WebBackends backends) {
    return new Revocations(redis, backends.revoked());
  }

  @Bean
  LostRoles lostRoles(RedisGate redis) {
    return new LostRoles(redis);
  }

  @Bean
  Recognition recognition(Settings settings, WebBackends backends, Revocations revocations) {
    InstantSource clock = InstantSource.system();
    AccessTokens tokens =
        new AccessTokens(new KeyRing(backends.keys(), clock), settings.publicUrl(), clock);
    return new Recognition(new TokenCache(tokens, clock), revocations, backends.callers());
  }

  @Bean
  Permissions permissions() {
    return Permissions.api();
  }

  @Bean
  WebMvcConfigurer callerArguments(CallerAddresses addresses, Permissions permissions) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new RequestArgument<>(Caller.class, ignored -> CurrentCaller.required()));
        resolvers.add(new RequestArgument<>(CallerAddress.class, addresses::of));
      }

      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RoleRule(permissions)).order(ROLE_RULE_ORDER);
      }
    };
  }
}
