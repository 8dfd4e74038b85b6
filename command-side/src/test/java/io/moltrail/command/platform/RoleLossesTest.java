package io.moltrail.command.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.moltrail.messages.Command;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.project.AddMember;
import io.moltrail.messages.project.ChangeMemberRole;
import io.moltrail.messages.project.CreateProject;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectCode;
import io.moltrail.messages.project.ProjectDescription;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.project.ProjectName;
import io.moltrail.messages.project.RemoveMember;
import io.moltrail.messages.project.Tautomers;
import io.moltrail.messages.user.DisplayName;
import io.moltrail.messages.user.EmailAddress;
import io.moltrail.messages.user.GrantRole;
import io.moltrail.messages.user.RegisterUser;
import io.moltrail.messages.user.RevokeRole;
import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.Tier;
import io.moltrail.messages.user.UserId;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Query nodes hear at once who has less of a role, and nothing of what was refused. */
class RoleLossesTest {

  private static final TwoNodes NODES = new TwoNodes();

  private final CommandSideUnderTest side = NODES.node(0);
  private final UserId owner = user();
  private final UserId member = user();
  private final ProjectId project = new ProjectId(Ids.next());

  @AfterAll
  static void stop() {
    NODES.close();
  }

  @Test
  void a_role_that_is_lessened_or_lost_is_told_with_the_version_of_the_project() {
    create();
    assertThat(told(member)).isNull();

    untilTold(
        () -> {
          send(new ChangeMemberRole(project, member, MemberRole.EDITOR), owner);
          return send(new ChangeMemberRole(project, member, MemberRole.VIEWER), owner);
        },
        "VIEWER");
    untilTold(
        () -> {
          long version = send(new RemoveMember(project, member), owner);
          send(new AddMember(project, member, MemberRole.EDITOR), owner);
          return version;
        },
        "");

    assertThat(told(owner)).isNull();
    assertThat(redis().getExpire("moltrail:lost:" + member)).isBetween(7_000L, 7_200L);
  }

  @Test
  void a_role_that_is_raised_is_not_told_and_one_that_is_flipped_is_told_once() {
    create();
    untilTold(
        () -> {
          send(new ChangeMemberRole(project, member, MemberRole.EDITOR), owner);
          long version = send(new ChangeMemberRole(project, member, MemberRole.VIEWER), owner);
          send(new ChangeMemberRole(project, member, MemberRole.EDITOR), owner);
          return version;
        },
        "VIEWER");

    assertThat(redis().opsForHash().size("moltrail:lost:" + member)).isEqualTo(1);
  }

  @Test
  void a_role_of_the_installation_that_is_lost_is_told_with_the_version_of_the_user() {
    CommandContext context = CommandContext.by(new Author.Installation(), "request-1");
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> {
              side.commands().send(new GrantRole(member, SystemRole.ADMIN), context);
              long version =
                  side.commands()
                      .send(new RevokeRole(member, SystemRole.ADMIN), context)
                      .version(member)
                      .orElseThrow();
              return (version + "/").equals(told(member, SystemRole.ADMIN.name()));
            });
  }

  @Test
  void what_is_refused_is_not_told() {
    create();

    assertThatThrownBy(() -> send(new RemoveMember(project, owner), owner))
        .isInstanceOf(Refusal.class);

    assertThat(told(owner)).isNull();
  }

  /** A slow Redis is passed over for a second; what it was not told is decided again. */
  private void untilTold(Supplier<Long> decision, String role) {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> {
              String word = decision.get() + "/" + role;
              return word.equals(told(member));
            });
  }

  private @Nullable Object told(UserId user) {
    return told(user, project.toString());
  }

  private @Nullable Object told(UserId user, String about) {
    return redis().opsForHash().get("moltrail:lost:" + user, about);
  }

  private StringRedisTemplate redis() {
    return side.bean(StringRedisTemplate.class);
  }

  private void create() {
    send(
        new CreateProject(
            project,
            new ProjectName("Kinases"),
            new ProjectCode("KIN"),
            ProjectDescription.NONE,
            false,
            Tautomers.SAME),
        owner);
    send(new AddMember(project, member, MemberRole.EDITOR), owner);
  }

  private UserId user() {
    UserId user = new UserId(Ids.next());
    side.commands()
        .send(
            new RegisterUser(
                user,
                new EmailAddress(user + "@lab.example"),
                new DisplayName("Ada"),
                Tier.ENTERPRISE,
                Set.of(SystemRole.USER),
                true),
            CommandContext.by(new Author.Installation(), "request-1"));
    return user;
  }

  /** The project's version from then on; 0 when nothing changed. */
  private long send(Command command, UserId by) {
    return side.commands()
        .send(command, CommandContext.by(by, "request-1"))
        .version(project)
        .orElse(0L);
  }
}
