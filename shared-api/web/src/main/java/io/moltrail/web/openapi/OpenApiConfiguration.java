package io.moltrail.web.openapi;

import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.user.UserId;
import io.moltrail.web.pages.PageRequest;
import io.moltrail.web.problems.ProblemCatalogue;
import io.moltrail.web.requests.ChangeReason;
import io.moltrail.web.requests.Form;
import io.moltrail.web.requests.IfMatch;
import io.moltrail.web.requests.WaitPreference;
import io.moltrail.web.security.Caller;
import io.moltrail.web.security.CallerAddress;
import io.moltrail.web.settings.Settings;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
public class OpenApiConfiguration {

  static {
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(
            Caller.class,
            CallerAddress.class,
            IfMatch.class,
            ChangeReason.class,
            WaitPreference.class,
            PageRequest.class)
        .addResponseWrapperToIgnore(Form.class)
        .replaceWithSchema(UserId.class, id())
        .replaceWithSchema(ProjectId.class, id())
        .replaceWithSchema(MoleculeId.class, id());
  }

  @Bean
  OpenAPI openApi(Settings settings) {
    return ApiDocument.base(settings.publicUrl());
  }

  @Bean
  GlobalOperationCustomizer commonOperations(ProblemCatalogue catalogue) {
    return new CommonOperations(catalogue);
  }

  @Bean
  GlobalOpenApiCustomizer commonDocument(ProblemCatalogue catalogue) {
    return new CommonDocument(catalogue);
  }

  @Bean
  FrontPage frontPage() {
    return new FrontPage();
  }

  private static Schema<?> id() {
    return new UUIDSchema().description("UUIDv7 in canonical lower case");
  }
}
