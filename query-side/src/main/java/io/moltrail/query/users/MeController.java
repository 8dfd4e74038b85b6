package io.moltrail.query.users;

import io.moltrail.messages.Refusal;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.platform.freshness.QueryController;
import io.moltrail.web.requests.Versions;
import io.moltrail.web.resources.UserResource;
import io.moltrail.web.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.TreeSet;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;

/** Who the caller is. */
@QueryController
@Tag(name = "Accounts")
final class MeController {

  private final Users users;

  MeController(Users users) {
    this.users = users;
  }

  @Operation(
      summary = "Who I am",
      description = "The caller's own account, with tier and system roles.")
  @ApiResponse(responseCode = "200", description = "The caller", headers = @Header(name = "ETag"))
  @GetMapping("/v1/me")
  UserResource me(ReadSchema schema, Caller caller, HttpServletResponse response) {
    UserView me = users.find(schema, caller.user()).orElseThrow(Refusal.NotFound::new);
    response.setHeader(HttpHeaders.ETAG, Versions.etag(me.version()));
    return new UserResource(
        me.id().toString(),
        me.email(),
        me.displayName(),
        me.tier(),
        new TreeSet<>(me.roles()),
        me.createdAt());
  }
}
