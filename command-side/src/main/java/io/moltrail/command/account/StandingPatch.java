package io.moltrail.command.account;

import io.moltrail.command.user.UserRules;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.user.ChangeStanding;
import io.moltrail.messages.user.ChangeTier;
import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.Tier;
import io.moltrail.messages.user.UserCommand;
import io.moltrail.messages.user.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is to change about a user's standing (RFC 7396): absent stays; neither can go. */
record StandingPatch(
    @Schema(implementation = Tier.class, example = "PRO") @Nullable JsonNode tier,
    @Schema(
            implementation = SystemRole[].class,
            description = "all that the user is to have, USER among them",
            example = "[\"USER\", \"AUDITOR\"]")
        @Nullable JsonNode roles) {

  /**
   * @throws Refusal.Forbidden when somebody is about to change their own roles, to whatever
   * @throws Refusal.Invalid when there is nothing to change, naming each field that is not as it
   *     must be
   */
  UserCommand command(UserId user, UserId by) {
    if (roles != null) {
      UserRules.rolesOfAnother(by, user);
    }
    Optional<Tier> newTier = Optional.ofNullable(tier).flatMap(StandingPatch::tierOf);
    Optional<Set<SystemRole>> newRoles = Optional.ofNullable(roles).flatMap(StandingPatch::rolesOf);
    requireSound(newTier, newRoles);
    if (newRoles.isEmpty()) {
      return new ChangeTier(user, newTier.orElseThrow());
    }
    UserRules.staysUser(newRoles.get().contains(SystemRole.USER));
    return new ChangeStanding(user, newTier, newRoles.get());
  }

  private void requireSound(Optional<Tier> newTier, Optional<Set<SystemRole>> newRoles) {
    List<Refusal.Fault> faults = new ArrayList<>();
    if (tier == null && roles == null) {
      faults.add(new Refusal.Fault("/tier", "nothing-to-change", "Say what is to change."));
    }
    if (tier != null && newTier.isEmpty()) {
      faults.add(
          new Refusal.Fault("/tier", "unknown-tier", "tier is one of " + all(Tier.values())));
    }
    if (roles != null && newRoles.isEmpty()) {
      String detail = "roles is a list, each of " + all(SystemRole.values());
      faults.add(new Refusal.Fault("/roles", "unknown-role", detail));
    }
    if (!faults.isEmpty()) {
      throw new Refusal.Invalid("invalid-request", "Some fields are not as they must be.", faults);
    }
  }

  private static Optional<Tier> tierOf(JsonNode node) {
    return Arrays.stream(Tier.values()).filter(it -> isWord(node, it)).findFirst();
  }

  /** Empty when one of them is none. */
  private static Optional<Set<SystemRole>> rolesOf(JsonNode node) {
    if (!node.isArray()) {
      return Optional.empty();
    }
    List<Optional<SystemRole>> named = node.valueStream().map(StandingPatch::roleOf).toList();
    return named.stream().allMatch(Optional::isPresent)
        ? Optional.of(named.stream().flatMap(Optional::stream).collect(Collectors.toSet()))
        : Optional.empty();
  }

  private static Optional<SystemRole> roleOf(JsonNode node) {
    return Arrays.stream(SystemRole.values()).filter(it -> isWord(node, it)).findFirst();
  }

  private static boolean isWord(JsonNode node, Enum<?> word) {
    return node.isString() && node.stringValue().equals(word.name());
  }

  private static String all(Enum<?>... words) {
    return Arrays.stream(words).map(Enum::name).collect(Collectors.joining(", ", "", "."));
  }
}
