package io.moltrail.query.users;

import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.Tier;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A user, with what only administrators are told. */
@Schema(name = "Account")
record AccountResource(
    String id,
    @Schema(example = "ada@example.org", description = "null once erased") @Nullable String email,
    @Schema(example = "Ada Lovelace", description = "null once erased")
        @Nullable String displayName,
    Tier tier,
    Set<SystemRole> roles,
    @Schema(description = "whether the address is confirmed; before, there is no login")
        boolean verified,
    boolean suspended,
    Instant createdAt) {

  static AccountResource of(UserView user) {
    return new AccountResource(
        user.id().toString(),
        user.email(),
        user.displayName(),
        user.tier(),
        new TreeSet<>(user.roles()),
        user.verified(),
        user.suspended(),
        user.createdAt());
  }
}
