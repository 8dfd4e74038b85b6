package io.moltrail.web.edge;

import io.moltrail.web.limits.CallLimits;
import io.moltrail.web.problems.ProblemWriter;
import io.moltrail.web.security.CallerAddresses;
import io.moltrail.web.security.Recognition;
import io.moltrail.web.settings.Settings;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** The order of the edge: origin, caller, may they at all, how often. */
@Configuration(proxyBeanMethods = false)
public class EdgeConfiguration {

  @Bean
  Refuser refuser(ProblemWriter problems, CallLimits limits, CallerAddresses addresses) {
    return new Refuser(problems, limits, addresses);
  }

  /** The management port is for the private network; what it exposes is in moltrail-web.yaml. */
  @Bean
  @Order(1)
  SecurityFilterChain managementPort(HttpSecurity http) {
    return bare(http)
        .securityMatcher(EndpointRequest.toAnyEndpoint())
        .authorizeHttpRequests(it -> it.anyRequest().permitAll())
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain api(
      HttpSecurity http,
      Settings settings,
      Recognition recognition,
      CallLimits limits,
      CallerAddresses addresses,
      Refuser refuser) {
    PublicRoutes publicRoutes = new PublicRoutes();
    return bare(http)
        .authorizeHttpRequests(
            it ->
                it.dispatcherTypeMatchers(
                        DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers(publicRoutes)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .exceptionHandling(it -> it.authenticationEntryPoint(refuser).accessDeniedHandler(refuser))
        .addFilter(cors(settings, refuser))
        .addFilterBefore(
            new AccessTokenFilter(recognition, publicRoutes, refuser),
            AnonymousAuthenticationFilter.class)
        .addFilterAfter(new CallLimitFilter(limits, addresses, refuser), AuthorizationFilter.class)
        .build();
  }

  private static HttpSecurity bare(HttpSecurity http) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .cors(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
  }

  private static CorsFilter cors(Settings settings, Refuser refuser) {
    UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
    source.registerCorsConfiguration("/**", CrossOrigin.rules(settings));
    CorsFilter filter = new CorsFilter(source);
    filter.setCorsProcessor(new CrossOrigin(refuser));
    return filter;
  }
}
