package io.moltrail.query.projects;

import io.moltrail.query.platform.lists.Pages;
import io.moltrail.query.platform.projection.Projection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
public class ProjectsConfiguration {

  @Bean
  Projects queryProjects() {
    return new Projects();
  }

  @Bean
  Projection queryMembersProjection() {
    return new MembersProjection();
  }

  @Bean
  Projection queryProjectsProjection() {
    return new ProjectsProjection();
  }

  @Bean
  Projection queryInvitationsProjection() {
    return new InvitationsProjection();
  }

  @Bean
  InvitationController queryInvitationController(Projects projects, Pages pages) {
    return new InvitationController(projects, new Invitations(), pages);
  }

  @Bean
  ProjectController queryProjectController(Projects projects, Pages pages) {
    return new ProjectController(projects, pages);
  }
}
