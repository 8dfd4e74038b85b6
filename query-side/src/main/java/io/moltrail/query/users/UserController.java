package io.moltrail.query.users;

import io.moltrail.messages.Refusal;
import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.Tier;
import io.moltrail.messages.user.UserId;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.platform.freshness.QueryController;
import io.moltrail.query.platform.lists.Pages;
import io.moltrail.web.pages.Page;
import io.moltrail.web.pages.PageRequest;
import io.moltrail.web.requests.Versions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Users, as administrators see them. */
@QueryController
@Tag(name = "Administration")
final class UserController {

  private final Users users;
  private final Pages pages;

  UserController(Users users, Pages pages) {
    this.users = users;
    this.pages = pages;
  }

  @Operation(
      summary = "Users",
      description =
          "For administrators. Filters narrow the list together. A cursor remembers them, and the"
              + " order.")
  @ApiResponse(responseCode = "200", description = "A page of users")
  @GetMapping("/v1/admin/users")
  Page<AccountResource> list(
      ReadSchema schema,
      @Parameter(
              description = "part of an e-mail address or a name; up to 100 characters",
              example = "lovelace")
          @RequestParam(required = false)
          @Nullable String q,
      @Parameter(schema = @Schema(implementation = SystemRole.class))
          @RequestParam(required = false)
          @Nullable String role,
      @Parameter(schema = @Schema(implementation = Tier.class)) @RequestParam(required = false)
          @Nullable String tier,
      @Parameter(
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"active", "suspended", "unverified"}))
          @RequestParam(required = false)
          @Nullable String state,
      @Parameter(
              description =
                  "createdAt (default), -createdAt, email, -email, displayName or -displayName")
          @RequestParam(required = false)
          @Nullable String sort,
      PageRequest page) {
    UserListing listing = UserListing.of(q, role, tier, state, sort, page.cursorPayload());
    return pages.of(
        users.page(schema, listing, Pages.rows(page)),
        page,
        listing::cursorAfter,
        it -> AccountResource.of(it.item()),
        () -> users.count(schema, listing));
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
