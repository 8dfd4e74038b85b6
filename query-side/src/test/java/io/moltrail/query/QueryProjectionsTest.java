package io.moltrail.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.moltrail.eventstore.testing.TestServices;
import io.moltrail.messages.Erasable;
import io.moltrail.messages.Event;
import io.moltrail.messages.LogPlace;
import io.moltrail.messages.molecule.MoleculeArchived;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.molecule.MoleculeRestored;
import io.moltrail.messages.project.InvitationId;
import io.moltrail.messages.project.InvitationWithdrawn;
import io.moltrail.messages.project.MemberAdded;
import io.moltrail.messages.project.MemberInvited;
import io.moltrail.messages.project.MemberRemoved;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectArchived;
import io.moltrail.messages.project.ProjectDescribed;
import io.moltrail.messages.project.ProjectDescription;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.project.ProjectName;
import io.moltrail.messages.project.ProjectRenamed;
import io.moltrail.messages.project.ProjectRestored;
import io.moltrail.messages.user.EmailAddress;
import io.moltrail.messages.user.EmailVerified;
import io.moltrail.messages.user.UserId;
import io.moltrail.messages.user.VerifiedBy;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.platform.projection.Fact;
import io.moltrail.query.platform.projection.Projection;
import io.moltrail.query.platform.projection.Recorded;
import io.moltrail.query.testing.Given;
import io.moltrail.query.testing.ReadTables;
import io.moltrail.query.testing.SideProjections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class QueryProjectionsTest {

  private static final ReadSchema SCHEMA = ReadTables.in(TestServices.get().freshDatabase());
  private static final AtomicLong PLACES = new AtomicLong();

  private final UserId ada = new UserId(Given.uuid());
  private final UserId grace = new UserId(Given.uuid());
  private final ProjectId project = new ProjectId(Given.uuid());
  private final MoleculeId first = new MoleculeId(Given.uuid());
  private final MoleculeId second = new MoleculeId(Given.uuid());

  @Test
  void a_batch_may_hold_many_events_of_one_aggregate() {
    apply(story());

    assertThat(value("select version from users where id = ?", ada.value())).isEqualTo(2L);
    assertThat(value("select name from molecules where id = ?", first.value()))
        .isEqualTo("Ethanol");
    assertThat(value("select version from molecules where id = ?", first.value())).isEqualTo(3L);
    assertThat(value("select version from projects where id = ?", project.value())).isEqualTo(2L);
    assertThat(value("select count(*) from members where project_id = ?", project.value()))
        .isEqualTo(2L);
  }

  @Test
  void a_batch_that_comes_twice_changes_nothing_the_second_time() {
    List<Fact> story = story();
    apply(story);
    List<Map<String, Object>> rows = rows();

    apply(story);
    apply(story.subList(3, story.size()));

    assertThat(rows()).isEqualTo(rows);
    assertThat(value("select molecule_count from projects where id = ?", project.value()))
        .isEqualTo(2L);
  }

  @Test
  void the_same_events_in_batches_of_one_give_the_same_rows() {
    story().forEach(fact -> apply(List.of(fact)));

    assertThat(value("select molecule_count from projects where id = ?", project.value()))
        .isEqualTo(2L);
    assertThat(value("select name from molecules where id = ?", first.value()))
        .isEqualTo("Ethanol");
    assertThat(value("select count(*) from history where project_id = ?", project.value()))
        .isEqualTo(6L);
  }

  @Test
  void a_number_keeps_its_digits_and_a_structure_its_values() {
    apply(story());

    assertThat(value("select annotations ->> 'purity' from molecules where id = ?", first.value()))
        .isEqualTo("99.10");
    assertThat(value("select monoisotopic_mass from molecules where id = ?", first.value()))
        .isEqualTo(46.041865);
    assertThat(
            value(
                "select descriptors ->> 'hBondDonors' from molecules where id = ?", first.value()))
        .isEqualTo("1");
  }

  @Test
  void a_removed_members_row_goes_and_the_others_stay() {
    List<Fact> story = story();
    apply(story);
    Fact removed = fact(new MemberRemoved(project, grace), project.value(), 3);

    apply(List.of(removed));
    apply(List.of(removed));

    assertThat(members()).containsExactly(ada.value());
    assertThat(value("select version from project_rights where project_id = ?", project.value()))
        .isEqualTo(3L);
    assertThat(value("select count(*) from history where project_id = ?", project.value()))
        .isEqualTo(7L);
  }

  @Test
  void who_comes_and_goes_within_one_batch_leaves_no_row_and_who_comes_back_has_one() {
    List<Fact> story = story();
    story.add(fact(new MemberRemoved(project, grace), project.value(), 3));
    apply(story);
    assertThat(members()).containsExactly(ada.value());

    Fact back = fact(new MemberAdded(project, grace, MemberRole.EDITOR), project.value(), 4);
    apply(List.of(back));
    Fact gone = fact(new MemberRemoved(project, grace), project.value(), 5);
    Fact again = fact(new MemberAdded(project, grace, MemberRole.VIEWER), project.value(), 6);
    apply(List.of(gone, again));

    assertThat(members()).containsExactlyInAnyOrder(ada.value(), grace.value());
    assertThat(value("select role from members where user_id = ?", grace.value()))
        .isEqualTo("VIEWER");
  }

  @Test
  void an_archived_project_keeps_its_rows_and_its_molecules_their_own_flag() {
    apply(story());
    apply(List.of(fact(new ProjectArchived(project), project.value(), 3)));

    assertThat(value("select archived from projects where id = ?", project.value()))
        .isEqualTo(true);
    assertThat(value("select name from projects where id = ?", project.value()))
        .isEqualTo("Kinase inhibitors");
    assertThat(value("select archived from molecules where id = ?", first.value()))
        .isEqualTo(false);
    assertThat(members()).containsExactlyInAnyOrder(ada.value(), grace.value());

    apply(List.of(fact(new ProjectRestored(project), project.value(), 4)));

    assertThat(value("select archived from projects where id = ?", project.value()))
        .isEqualTo(false);
    assertThat(value("select version from projects where id = ?", project.value())).isEqualTo(4L);
  }

  @Test
  void a_new_name_and_a_new_description_are_in_the_projects_row() {
    apply(story());
    ProjectRenamed renamed =
        new ProjectRenamed(project, Erasable.of(new ProjectName("JAK2 inhibitors")));
    ProjectDescribed described =
        new ProjectDescribed(project, Erasable.of(ProjectDescription.NONE));

    apply(List.of(fact(renamed, project.value(), 3), fact(described, project.value(), 4)));

    assertThat(value("select name from projects where id = ?", project.value()))
        .isEqualTo("JAK2 inhibitors");
    assertThat(value("select description from projects where id = ?", project.value()))
        .isEqualTo("");
    assertThat(value("select version from projects where id = ?", project.value())).isEqualTo(4L);
    assertThat(value("select version from project_rights where project_id = ?", project.value()))
        .isEqualTo(4L);
  }

  @Test
  void an_invitations_row_stays_when_it_ends_loses_its_address_and_may_come_twice() {
    apply(story());
    InvitationId invitation = new InvitationId(Given.uuid());
    Fact invited =
        fact(
            new MemberInvited(
                project,
                invitation,
                Erasable.of(new EmailAddress("grace@moltrail.example")),
                MemberRole.EDITOR,
                Instant.parse("2026-01-08T00:00:00.123456Z")),
            project.value(),
            3);
    apply(List.of(invited));
    assertThat(value("select email from invitations where id = ?", invitation.value()))
        .isEqualTo("grace@moltrail.example");

    Fact withdrawn = fact(new InvitationWithdrawn(project, invitation), project.value(), 4);
    apply(List.of(withdrawn));
    apply(List.of(invited, withdrawn));
    apply(List.of(invited));

    assertThat(
            SCHEMA
                .template()
                .queryForMap(
                    "select email, state, version from invitations where id = ?",
                    invitation.value()))
        .containsEntry("email", null)
        .containsEntry("state", "WITHDRAWN")
        .containsEntry("version", 4L);
  }

  @Test
  void an_archived_molecule_keeps_its_row_and_counts_as_before() {
    apply(story());
    apply(List.of(fact(new MoleculeArchived(first, project), first.value(), 4)));

    assertThat(value("select archived from molecules where id = ?", first.value())).isEqualTo(true);
    assertThat(value("select name from molecules where id = ?", first.value()))
        .isEqualTo("Ethanol");
    assertThat(value("select archived from molecules where id = ?", second.value()))
        .isEqualTo(false);
    assertThat(value("select molecule_count from projects where id = ?", project.value()))
        .isEqualTo(2L);

    apply(List.of(fact(new MoleculeRestored(first, project), first.value(), 5)));

    assertThat(value("select archived from molecules where id = ?", first.value()))
        .isEqualTo(false);
    assertThat(value("select version from molecules where id = ?", first.value())).isEqualTo(5L);
  }

  @Test
  void a_revised_molecule_is_found_by_its_new_structure_only() {
    apply(story());
    Fact revised = fact(Given.revised(first, project), first.value(), 4);

    apply(List.of(revised));
    apply(List.of(revised));

    assertThat(value("select inchi_key from molecules where id = ?", first.value()))
        .isEqualTo(Given.ethylamine().inchiKey());
    assertThat(value("select identity from molecules where id = ?", first.value()))
        .isEqualTo(Given.ethylamine().identity());
    assertThat(value("select number from molecules where id = ?", first.value()))
        .isEqualTo("KIN-000001");
    assertThat(value("select molecule_count from projects where id = ?", project.value()))
        .isEqualTo(2L);
  }

  @Test
  void a_moved_molecule_counts_where_it_is_and_is_in_both_histories() {
    ProjectId elsewhere = new ProjectId(Given.uuid());
    apply(story());
    Fact moved = fact(Given.moved(first, project, elsewhere, "Ethanol"), first.value(), 4);
    apply(List.of(fact(Given.created(elsewhere, ada), elsewhere.value(), 1)));

    apply(List.of(moved));
    apply(List.of(moved));

    assertThat(value("select project_id from molecules where id = ?", first.value()))
        .isEqualTo(elsewhere.value());
    assertThat(value("select number from molecules where id = ?", first.value()))
        .isEqualTo("SALT-000007");
    assertThat(value("select molecule_count from projects where id = ?", project.value()))
        .isEqualTo(1L);
    assertThat(value("select molecule_count from projects where id = ?", elsewhere.value()))
        .isEqualTo(1L);
    assertThat(value("select count(*) from history where event_id = ?", moved.eventId()))
        .isEqualTo(2L);
  }

  @Test
  void what_comes_and_goes_within_one_batch_counts_only_where_it_stays() {
    ProjectId elsewhere = new ProjectId(Given.uuid());
    List<Fact> story = story();
    story.add(fact(Given.created(elsewhere, ada), elsewhere.value(), 1));
    story.add(fact(Given.moved(first, project, elsewhere, "Ethanol"), first.value(), 4));
    story.add(fact(Given.moved(second, project, elsewhere, "Other"), second.value(), 2));
    story.add(fact(Given.moved(second, elsewhere, project, "Other"), second.value(), 3));

    apply(story);

    assertThat(value("select molecule_count from projects where id = ?", project.value()))
        .isEqualTo(1L);
    assertThat(value("select molecule_count from projects where id = ?", elsewhere.value()))
        .isEqualTo(1L);
  }

  @Test
  void a_gap_in_an_aggregates_events_stops_everything_and_says_so() {
    Fact second = fact(new EmailVerified(ada, VerifiedBy.MAIL), ada.value(), 2);

    assertThatIllegalStateException()
        .isThrownBy(() -> apply(List.of(second)))
        .withMessageContaining("Events 1 to 1")
        .withMessageContaining("rebuild");
  }

  private List<Fact> story() {
    return new ArrayList<>(
        List.of(
            fact(Given.registered(ada, "Ada"), ada.value(), 1),
            fact(new EmailVerified(ada, VerifiedBy.MAIL), ada.value(), 2),
            fact(Given.created(project, ada), project.value(), 1),
            fact(Given.added(first, project, 1, "Spirit"), first.value(), 1),
            fact(new MemberAdded(project, grace, MemberRole.VIEWER), project.value(), 2),
            fact(Given.added(second, project, 2, "Other"), second.value(), 1),
            fact(Given.renamed(first, project, "Alcohol"), first.value(), 2),
            fact(Given.renamed(first, project, "Ethanol"), first.value(), 3)));
  }

  private Fact fact(Event event, UUID aggregate, long version) {
    long place = PLACES.incrementAndGet();
    return new Fact(
        event,
        aggregate,
        "event-" + place,
        new LogPlace(0, place, place),
        new Recorded(
            version,
            Instant.parse("2026-01-01T00:00:00.123456Z").plusSeconds(place),
            ada.toString()));
  }

  private static void apply(List<Fact> facts) {
    for (Projection projection : SideProjections.all()) {
      projection.apply(facts, SCHEMA);
    }
  }

  private List<Map<String, Object>> rows() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String table :
        List.of("users", "project_rights", "members", "projects", "molecules", "history")) {
      rows.addAll(
          SCHEMA.template().queryForList("select t::text as row from " + table + " t order by 1"));
    }
    return rows;
  }

  private List<UUID> members() {
    return SCHEMA
        .template()
        .queryForList(
            "select user_id from members where project_id = ?", UUID.class, project.value());
  }

  private static Object value(String sql, Object... parameters) {
    return SCHEMA.template().queryForObject(sql, Object.class, parameters);
  }
}
