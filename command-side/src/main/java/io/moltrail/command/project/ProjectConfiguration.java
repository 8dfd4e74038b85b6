package io.moltrail.command.project;

import io.moltrail.command.platform.Access;
import io.moltrail.command.platform.Answers;
import io.moltrail.command.platform.Commands;
import io.moltrail.command.platform.Rights;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
@Import(InvitationConfiguration.class)
public class ProjectConfiguration {

  @Bean
  ProjectController projectController(Commands commands, Access access, Answers answers) {
    return new ProjectController(commands, access, answers);
  }

  @Bean
  OwnershipController ownershipController(Commands commands, Access access, Answers answers) {
    return new OwnershipController(commands, access, answers);
  }

  @Bean
  MemberController memberController(
      Commands commands, Access access, Rights rights, Answers answers) {
    return new MemberController(commands, access, rights, answers);
  }
}
