package io.moltrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.moltrail.acceptance.HttpCaller.Answer;
import io.moltrail.acceptance.Installation.Person;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is removed reads nothing more, even while no row can be changed. */
@ExtendWith(Shared.class)
class RemovedMemberTest {

  private static TwoProcesses moltrail;
  private static Person owner;
  private static Person member;

  @BeforeAll
  static void start(TwoProcesses shared) {
    moltrail = shared;
    owner = Installation.person(moltrail.anonymous(), moltrail.administrator(), "Owner");
    member = Installation.person(moltrail.anonymous(), moltrail.administrator(), "Member");
  }

  /** 503 is the answer of a node that has been behind for three seconds, on a slow machine. */
  @Test
  void the_next_read_is_refused_though_the_rows_are_held() throws SQLException {
    String project = Projects.create(owner.caller(), "Held", "HELD");
    Answer added = Projects.addMember(owner.caller(), project, member.id(), "EDITOR", 1);
    String path = "/v1/projects/" + project;
    HttpCaller there = member.caller().at(moltrail.querySide().address());
    there.get(path, added.seen()).expect(200);

    Answer removed;
    try (Connection held = moltrail.read().superuser().getConnection();
        Statement sql = held.createStatement()) {
      held.setAutoCommit(false);
      sql.execute("lock table read_a.members, read_b.members in share row exclusive mode");
      removed = remove(project);
      assertThat(there.get(path).status()).isIn(404, 503);
      assertThat(there.get("/v1/projects").body()).doesNotContain(project);
      held.rollback();
    }

    there.get(path, removed.seen()).expect(404);
    Answer again = Projects.addMember(owner.caller(), project, member.id(), "VIEWER", 3);
    there.get(path, again.seen()).expect(200);
  }

  private static Answer remove(String project) {
    return owner
        .caller()
        .call(
            "DELETE",
            "/v1/projects/" + project + "/members/" + member.id(),
            null,
            Map.of("If-Match", "\"2\""))
        .expect(204);
  }
}
