package io.moltrail.query.users;

import io.moltrail.query.platform.lists.Pages;
import io.moltrail.query.platform.projection.Projection;
import io.moltrail.web.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
public class UsersConfiguration {

  @Bean
  Users queryUsers() {
    return new Users();
  }

  @Bean
  Projection queryUsersProjection() {
    return new UsersProjection();
  }

  @Bean
  MeController queryMeController(Users users) {
    return new MeController(users);
  }

  @Bean
  UserController queryUserController(Users users, Pages pages) {
    return new UserController(users, pages);
  }

  @Bean
  Tiers queryTiers(Settings settings) {
    return Tiers.of(settings.limits());
  }

  @Bean
  TiersController queryTiersController(Tiers tiers) {
    return new TiersController(tiers);
  }

  @Bean
  QuotaController queryQuotaController(Users users, Tiers tiers) {
    return new QuotaController(users, new Holdings(), tiers);
  }
}
