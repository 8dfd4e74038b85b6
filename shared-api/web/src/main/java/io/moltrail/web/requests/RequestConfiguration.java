package io.moltrail.web.requests;

import jakarta.servlet.DispatcherType;
import jakarta.validation.Validator;
import java.util.EnumSet;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
public class RequestConfiguration {

  /** After the role is checked, before anything of the handler. */
  private static final int BODY_RULES_ORDER = 100;

  private static final int NOTHING_UNREAD_ORDER = BODY_RULES_ORDER + 1;

  @Bean
  JsonMapperBuilderCustomizer strictJson() {
    return new StrictJson();
  }

  @Bean
  FilterRegistrationBean<RequestIdFilter> requestIdFilter() {
    var registration = new FilterRegistrationBean<>(new RequestIdFilter());
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    registration.setDispatcherTypes(
        EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
    return registration;
  }

  @Bean
  FilterRegistrationBean<AccessLogFilter> accessLogFilter() {
    var registration = new FilterRegistrationBean<>(new AccessLogFilter());
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
    return registration;
  }

  @Bean
  FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter() {
    var registration = new FilterRegistrationBean<>(new BodyLimitFilter());
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
    return registration;
  }

  @Bean
  @Lazy
  Forms forms(JsonMapper json, Validator validator) {
    return new Forms(json, validator);
  }

  @Bean
  WebMvcConfigurer requestReading(ObjectProvider<JsonMapper> json, ObjectProvider<Forms> forms) {
    return new WebMvcConfigurer() {
      @Override
      public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.addCustomConverter(new FormConverter(json.getObject(), forms.getObject()));
      }

      @Override
      public void addFormatters(FormatterRegistry registry) {
        IdConverters.register(registry);
      }

      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new BodyRules()).order(BODY_RULES_ORDER);
        registry.addInterceptor(new NothingUnread()).order(NOTHING_UNREAD_ORDER);
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(
            new RequestArgument<>(
                IfMatch.class, it -> IfMatch.parse(it.getHeader(IfMatch.HEADER))));
        resolvers.add(
            new RequestArgument<>(
                ChangeReason.class, it -> new ChangeReason(it.getHeader(ChangeReason.HEADER))));
        resolvers.add(
            new RequestArgument<>(
                WaitPreference.class, it -> WaitPreference.of(Preferences.of(it))));
      }
    };
  }
}
