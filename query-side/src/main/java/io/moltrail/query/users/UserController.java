package io.moltrail.query.users;

import io.moltrail.messages.Refusal;
import io.moltrail.messages.user.UserId;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.platform.freshness.QueryController;
import io.moltrail.web.requests.Versions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Users, as administrators see them. */
@QueryController
@Tag(name = "Administration")
final class UserController {

  private final Users users;

  UserController(Users users) {
    this.users = users;
  }

  @Operation(
      summary = "A user",
      description = "For administrators; also who is unverified or suspended.")
  @ApiResponse(responseCode = "200", description = "The user", headers = @Header(name = "ETag"))
  @GetMapping("/v1/admin/users/{uid}")
  AccountResource user(ReadSchema schema, @PathVariable UserId uid, HttpServletResponse response) {
    UserView user = users.find(schema, uid).orElseThrow(Refusal.NotFound::new);
    response.setHeader(HttpHeaders.ETAG, Versions.etag(user.version()));
    return AccountResource.of(user);
  }
}
