package io.moltrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.acceptance.Installation.Person;
import io.moltrail.acceptance.TeamModel.TeamMolecule;
import io.moltrail.acceptance.TeamModel.TeamProject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Five people, two projects and five hundred molecules, from the morning to the evening. */
@ExtendWith(Shared.class)
class DayInATeamTest {

  private static final int MOLECULES = 500;

  @Test
  void everybody_reads_what_the_team_has_done_all_day_long(Installation moltrail) {
    long seed = Long.getLong("moltrail.seed", System.nanoTime());
    System.out.println("A day in a team, seed " + seed);
    Random random = new Random(seed);
    Person ada = moltrail.person("Ada");
    Person ben = moltrail.person("Ben");
    Person cleo = moltrail.person("Cleo");
    Person dan = moltrail.person("Dan");
    Person eve = moltrail.person("Eve");
    List<Person> everybody = List.of(ada, ben, cleo, dan, eve);
    TeamModel model = new TeamModel();
    TeamDay day = new TeamDay(model);
    TeamReads reads = new TeamReads(model, random);
    Mailbox mailbox = Mailbox.in(moltrail.folder().resolve("data/mail"));

    // in the morning they come together
    TeamProject open = day.found(ada, "OPEN", "Open ideas", false);
    TeamProject study = day.found(ben, "STUDY", "Study 7", true);
    day.addMember(ada, open, cleo, "EDITOR");
    day.invite(ada, open, dan, "VIEWER", mailbox);
    day.invite(ben, study, eve, "EDITOR", mailbox);
    day.addMember(ben, study, ada, "EDITOR");
    reads.all(everybody, day.seen());

    // then the vendors' boxes are unpacked
    List<Integer> boxes = new ArrayList<>(IntStream.range(0, MOLECULES).boxed().toList());
    Collections.shuffle(boxes, random);
    for (int i = 0; i < MOLECULES; i += 50) {
      boolean first = i % 100 == 0;
      day.add(first ? cleo : eve, first ? open : study, boxes.subList(i, i + 50));
    }
    assertThat(model.molecules).hasSize(MOLECULES);
    day.add(cleo, open, boxes.subList(0, 20));
    assertThat(model.molecules).hasSize(MOLECULES);
    reads.all(everybody, day.seen());

    // at noon the projects change
    day.describe(cleo, open, "Open questions", "What nobody has asked yet");
    day.transfer(ada, open, cleo);
    day.remove(ben, study, eve);
    day.addMember(cleo, open, ben, "EDITOR");
    reads.all(everybody, day.seen());

    // in the afternoon molecules do
    List<TeamMolecule> molecules = new ArrayList<>(model.molecules.values());
    Collections.shuffle(molecules, random);
    for (int i = 0; i < 60; i++) {
      change(day, random, molecules.get(i), i, ada, open, study);
    }
    reads.all(everybody, day.seen());

    System.out.println(
        "A day in a team: "
            + model.molecules.size()
            + " molecules, "
            + model.projects.values().stream().mapToInt(it -> it.history.size()).sum()
            + " events, "
            + reads.count()
            + " reads compared");
  }

  /** Ada is an editor in both projects. */
  private static void change(
      TeamDay day,
      Random random,
      TeamMolecule molecule,
      int turn,
      Person ada,
      TeamProject open,
      TeamProject study) {
    switch (turn % 6) {
      case 0 -> day.rename(ada, molecule, "Renamed " + turn);
      case 1 -> day.annotate(ada, molecule, "melting point", 40 + random.nextInt(200));
      case 2 -> day.forget(ada, molecule, "shelf");
      case 3 -> day.revise(ada, molecule, Alkanes.smiles(MOLECULES + turn));
      case 4 -> day.move(ada, molecule, molecule.project == open ? study : open);
      default -> {
        day.archive(ada, molecule);
        if (random.nextBoolean()) {
          day.restore(ada, molecule);
        }
      }
    }
  }
}
