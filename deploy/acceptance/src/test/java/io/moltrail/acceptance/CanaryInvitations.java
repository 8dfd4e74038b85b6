package io.moltrail.acceptance;

import io.moltrail.acceptance.HttpCaller.Answer;
import io.moltrail.acceptance.canary.Marks;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is invited into a project: one accepts, one is told no more, and one has not answered. */
final class CanaryInvitations {

  private final HttpCaller owner;
  private final HttpCaller member;
  private final String memberEmail;
  private final HttpCaller reader;
  private final Mailbox mailbox;
  private final Marks marks;
  private final List<Answer> errors;

  /**
   * @param memberEmail the address of the one who accepts, a mark already
   */
  CanaryInvitations(
      HttpCaller owner,
      HttpCaller member,
      String memberEmail,
      TwoProcesses moltrail,
      Marks marks,
      List<Answer> errors) {
    this.owner = owner;
    this.member = member;
    this.memberEmail = memberEmail;
    this.reader = owner.at(moltrail.querySide().address());
    this.mailbox = moltrail.mailbox();
    this.marks = marks;
    this.errors = errors;
  }

  void work(String project) {
    String invitations = "/v1/projects/" + project + "/invitations";
    invite(invitations, memberEmail, "Canaryinvitation's reason w5zk");
    accept();
    String withdrawn = marks.add("withdrawn e-mail", "canarywithdrawnk7v@canary.example");
    String id =
        invite(invitations, withdrawn, "Canaryinvitation's reason again v4qz")
            .json()
            .get("id")
            .stringValue();
    because(
            "reason to withdraw",
            "Canarywithdrawal's reason j8xm",
            "DELETE",
            invitations + "/" + id,
            null)
        .expect(204);
    String pending = marks.add("invited e-mail", "canaryinvitedz9q@canary.example");
    Answer last = invite(invitations, pending, "Canaryinvitation's third reason m5tw");
    reader.get(invitations, last.seen()).expect(200);
    marks.add("pending token", mailbox.tokenFor(pending));
    errors.add(owner.post(invitations, form(pending)).expect(428));
    String none = marks.add("invited by no e-mail", "Canaryinvited nowhere t6kz");
    errors.add(owner.post(invitations, form(none)).expect(422));
  }

  private Answer invite(String invitations, String email, String reason) {
    return because(reason, reason, "POST", invitations, form(email)).expect(202);
  }

  private void accept() {
    String token = marks.add("token of an invitation", mailbox.tokenFor(memberEmail));
    errors.add(owner.post("/v1/invitations:accept", Map.of("token", token)).expect(422));
    member
        .call(
            "POST",
            "/v1/invitations:accept",
            Map.of("token", token),
            reason("reason to accept", "Canaryacceptance's reason x3wq"))
        .expect(204);
  }

  private static Map<String, String> form(String email) {
    return Map.of("email", email, "role", "VIEWER");
  }

  private Answer because(
      String mark, String reason, String method, String path, @Nullable Object body) {
    return owner.call(method, path, body, reason(mark, reason));
  }

  private Map<String, String> reason(String mark, String reason) {
    String encoded = URLEncoder.encode(marks.add(mark, reason), StandardCharsets.UTF_8);
    return Map.of("X-Change-Reason", encoded.replace("+", "%20"));
  }
}
