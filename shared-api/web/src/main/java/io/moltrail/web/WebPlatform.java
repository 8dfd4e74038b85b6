package io.moltrail.web;

import io.moltrail.web.consistency.ConsistencyConfiguration;
import io.moltrail.web.redis.RedisConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * What every endpoint obeys. An application imports it and provides two beans: {@code Settings} and {@link WebBackends}.
 * Everything is registered here, nothing is scanned.
 */
@Configuration(proxyBeanMethods = false)
@Import({RedisConfiguration.class, ConsistencyConfiguration.class})
public class WebPlatform {}
