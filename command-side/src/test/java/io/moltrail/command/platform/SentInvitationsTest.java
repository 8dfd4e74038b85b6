package io.moltrail.command.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moltrail.command.platform.SentInvitations.Sent;
import io.moltrail.eventstore.DatabaseRoles;
import io.moltrail.eventstore.envelope.DataKeys;
import io.moltrail.eventstore.testing.TestDatabase;
import io.moltrail.eventstore.testing.TestServices;
import io.moltrail.messages.Command;
import io.moltrail.messages.Refusal;
import io.moltrail.messages.project.AcceptInvitation;
import io.moltrail.messages.project.CreateProject;
import io.moltrail.messages.project.InvitationId;
import io.moltrail.messages.project.InviteMember;
import io.moltrail.messages.project.MemberAdded;
import io.moltrail.messages.project.MemberInvited;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectCode;
import io.moltrail.messages.project.ProjectDescription;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.project.ProjectName;
import io.moltrail.messages.project.Tautomers;
import io.moltrail.messages.project.WithdrawInvitation;
import io.moltrail.messages.user.DisplayName;
import io.moltrail.messages.user.EmailAddress;
import io.moltrail.messages.user.RegisterUser;
import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.Tier;
import io.moltrail.messages.user.UserId;
import io.moltrail.web.settings.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Invitations on a real database, from the mail to the end. */
class SentInvitationsTest {

  private static final Instant EXPIRY = Instant.parse("2126-01-08T00:00:00Z");

  private static CommandSideUnderTest side;
  private static SentInvitations sent;

  private final UserId owner = user();
  private final UserId grace = user();
  private final ProjectId project = project();
  private final InvitationId invitation = new InvitationId(Ids.next());

  @BeforeAll
  static void start() {
    TestDatabase database = TestServices.get().freshDatabase();
    side =
        CommandSideUnderTest.on(
            new CommandDatabases(
                as(database, DatabaseRoles.COMMAND),
                Optional.of(as(database, DatabaseRoles.MIGRATOR))));
    sent = side.bean(SentInvitations.class);
  }

  @AfterAll
  static void stop() {
    side.close();
  }

  @Test
  void a_token_leads_to_its_invitation_until_somebody_accepts_it() {
    invite(project, invitation, address(grace));
    assertThat(sent.find(token(invitation))).contains(new Sent(project, invitation));
    assertThat(sent.find(token(new InvitationId(Ids.next())))).isEmpty();

    send(accept(), grace);

    assertThat(side.bean(Rights.class).roleIn(project, grace)).contains(MemberRole.EDITOR);
    assertThatNothingIsLeft();
  }

  @Test
  void one_that_is_withdrawn_leaves_no_token_and_no_address() {
    invite(project, invitation, address(grace));
    assertThat(emailInTheLog()).contains(address(grace));

    send(new WithdrawInvitation(project, invitation), owner);

    assertThatNothingIsLeft();
  }

  @Test
  void one_that_is_too_old_is_ended_and_leaves_no_token_and_no_address() {
    invite(project, invitation, address(grace));

    expired(EXPIRY.minusMillis(1)).end();
    assertThat(sent.find(token(invitation))).isPresent();

    expired(EXPIRY).end();
    assertThatNothingIsLeft();
    assertThat(side.bean(Rights.class).roleIn(project, grace)).isEmpty();
  }

  @Test
  void an_address_is_invited_once_at_a_time_and_elsewhere_as_well() {
    invite(project, invitation, address(grace));

    assertThatExceptionOfType(Refusal.Conflict.class)
        .isThrownBy(() -> invite(project, new InvitationId(Ids.next()), address(grace)))
        .returns("already-invited", Refusal::code);

    invite(project(), new InvitationId(Ids.next()), address(grace));
    send(new WithdrawInvitation(project, invitation), owner);
    invite(project, new InvitationId(Ids.next()), address(grace));
  }

  @Test
  void only_whose_verified_address_it_went_to_accepts() {
    EmailAddress anotherOne = new EmailAddress(Ids.next() + "@moltrail.example");
    invite(project, invitation, anotherOne);
    UserId unverified = register(new UserId(Ids.next()), anotherOne, false);

    for (UserId user : List.of(grace, owner)) {
      assertThatExceptionOfType(Refusal.Invalid.class)
          .isThrownBy(() -> send(accept(), user))
          .returns("invalid-mail-token", Refusal::code);
    }
    assertThat(sent.sentTo(invitation, unverified)).isFalse();
    assertThat(sent.find(token(invitation))).isPresent();
  }

  @Test
  void of_many_who_show_one_token_at_once_one_is_let_in() throws Exception {
    invite(project, invitation, address(grace));

    List<Boolean> let = atOnce(8, () -> accepted(grace));

    assertThat(let).containsOnlyOnce(true);
    assertThat(history().filter(it -> it.getPayload() instanceof MemberAdded)).hasSize(1);
  }

  private boolean accepted(UserId user) {
    try {
      send(accept(), user);
      return true;
    } catch (Refusal.Invalid e) {
      return false;
    }
  }

  private void assertThatNothingIsLeft() {
    assertThat(sent.find(token(invitation))).isEmpty();
    assertThat(side.bean(DataKeys.class).find(invitation.subject())).isEmpty();
    assertThat(emailInTheLog()).isEmpty();
  }

  private Optional<EmailAddress> emailInTheLog() {
    return history()
        .map(DomainEventMessage::getPayload)
        .filter(MemberInvited.class::isInstance)
        .map(MemberInvited.class::cast)
        .findFirst()
        .orElseThrow()
        .email()
        .kept();
  }

  private Stream<? extends DomainEventMessage<?>> history() {
    return side.bean(EventStore.class).readEvents(project.toString()).asStream();
  }

  private AcceptInvitation accept() {
    return new AcceptInvitation(project, invitation, EXPIRY.minusSeconds(1));
  }

  private void invite(ProjectId into, InvitationId id, EmailAddress email) {
    InviteMember command = new InviteMember(into, id, email, MemberRole.EDITOR, EXPIRY);
    side.commands()
        .send(
            command,
            CommandContext.by(owner, "request-1").with(() -> sent.add(command, token(id))));
  }

  /** As good as a hash. */
  private static byte[] token(InvitationId id) {
    return id.toString().getBytes(UTF_8);
  }

  private static ExpiredInvitations expired(Instant now) {
    return new ExpiredInvitations(side.commands(), sent, InstantSource.fixed(now));
  }

  private ProjectId project() {
    ProjectId id = new ProjectId(Ids.next());
    ProjectCode code = new ProjectCode("P" + id.toString().substring(30).toUpperCase(Locale.ROOT));
    send(
        new CreateProject(
            id, new ProjectName("Project"), code, ProjectDescription.NONE, false, Tautomers.SAME),
        owner);
    return id;
  }

  private static UserId user() {
    UserId user = new UserId(Ids.next());
    return register(user, address(user), true);
  }

  private static EmailAddress address(UserId user) {
    return new EmailAddress(user + "@moltrail.example");
  }

  private static UserId register(UserId user, EmailAddress email, boolean verified) {
    side.commands()
        .send(
            new RegisterUser(
                user,
                email,
                new DisplayName("Grace Hopper"),
                Tier.FREE,
                Set.of(SystemRole.USER),
                verified),
            CommandContext.by(
                verified ? new Author.Installation() : new Author.Anonymous(), "request-1"));
    return user;
  }

  private static void send(Command command, UserId by) {
    side.commands().send(command, CommandContext.by(by, "request-1"));
  }

  private static Database as(TestDatabase database, String role) {
    return new Database(database.jdbcUrl(), role, TestDatabase.passwordOf(role));
  }

  private static <T> List<T> atOnce(int times, Callable<T> task) throws Exception {
    try (ExecutorService executor = Executors.newFixedThreadPool(times)) {
      List<Future<T>> futures = Stream.generate(() -> executor.submit(task)).limit(times).toList();
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    }
  }
}
