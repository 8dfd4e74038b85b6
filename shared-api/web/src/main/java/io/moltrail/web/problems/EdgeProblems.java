package io.moltrail.web.problems;

import java.util.List;

/** The problems that every endpoint can answer with. */
final class EdgeProblems implements ProblemSource {

  @Override
  public List<ProblemKind> kinds() {
    return List.of(
        kind(
            "malformed-request",
            400,
            "The request cannot be read",
            "Something in the request line, a header or the body is not as HTTP wants it, or a"
                + " query parameter, a second header or a body is not read here.",
            "Correct the request; sending it again as it is will fail again."),
        kind(
            "malformed-json",
            400,
            "The body is not JSON",
            "The body is missing, is not one well-formed JSON document, has a key twice, or is"
                + " nested more than 32 deep.",
            "Send one JSON document and nothing after it."),
        kind(
            "malformed-if-match",
            400,
            "If-Match cannot be read",
            "If-Match takes one entity tag; a list and * are not accepted.",
            "Send the ETag of the version you decided on, such as \"7\"."),
        kind(
            "malformed-token",
            400,
            "The consistency token is not ours",
            "X-Consistency-Token was changed on its way, or comes from another installation.",
            "Send it as the answer to your write gave it, or leave it out."),
        kind(
            "malformed-cursor",
            400,
            "The cursor is not ours",
            "A cursor works for one list and one user, unchanged.",
            "Start from the first page, without a cursor."),
        kind(
            "unauthenticated",
            401,
            "Who are you?",
            "There is no access token, or it is not valid any more, or its session has ended.",
            "Log in, or refresh, and send Authorization: Bearer with the new token."),
        kind(
            "forbidden",
            403,
            "You may not do this",
            "You may see it, but lack the right to do this.",
            "Ask an owner of the project, or an administrator."),
        kind(
            "not-found",
            404,
            "There is nothing here",
            "It does not exist, or you may not see it; the answer is the same for both.",
            "Check the address and with whom it is shared."),
        kind(
            "erased",
            410,
            "It was erased",
            "Its confidential data has been destroyed for good; only the record that it was there"
                + " is kept.",
            "Nothing can bring it back; start anew."),
        kind(
            "method-not-allowed",
            405,
            "Not with this method",
            "The address is right, the method is not.",
            "Use one of the methods in Allow."),
        kind(
            "not-acceptable",
            406,
            "Not in this form",
            "There is no representation that your Accept header allows.",
            "Accept application/json, or leave Accept out."),
        kind(
            "conflict",
            409,
            "It conflicts with the state of things",
            "Something else happened first, or a rule of uniqueness speaks against it.",
            "Read it again and decide anew."),
        kind(
            "stale-version",
            412,
            "It has changed since you read it",
            "Somebody else was faster; nothing was overwritten.",
            "Read it again, look at what changed, and send the new ETag in If-Match."),
        kind(
            "payload-too-large",
            413,
            "The body is too large",
            "Bodies are limited: 256 KiB, 1 MiB for batches, 32 MiB for imports.",
            "Split it, or use an import."),
        kind(
            "uri-too-long",
            414,
            "The address is too long",
            "Queries have a limit of their own.",
            "Use the POST form of the same search."),
        kind(
            "unsupported-media-type",
            415,
            "Not this kind of body",
            "The route does not read the Content-Type that was sent.",
            "Send application/json."),
        kind(
            "invalid-request",
            422,
            "A field is not as it must be",
            "The request is well-formed, but a field is unknown, of a wrong type, or against a"
                + " rule; errors names each by JSON pointer.",
            "Correct the named fields."),
        kind(
            "invalid-structure",
            422,
            "Not a structure",
            "The text is no SMILES, or shows something that cannot be; errors says what and where.",
            "Mend the structure and send it again."),
        kind(
            "if-match-required",
            428,
            "Say which version you mean",
            "This change needs If-Match, so that nobody's change is overwritten unseen.",
            "Send the ETag you read in If-Match."),
        kind(
            "reason-required",
            428,
            "Say why",
            "The project is regulated: each change needs a reason.",
            "Send X-Change-Reason."),
        kind(
            "too-many-requests",
            429,
            "Too many requests",
            "The bucket for this kind of request is empty.",
            "Wait as long as Retry-After says."),
        kind(
            "headers-too-large",
            431,
            "The headers are too large",
            "All headers together may have 16 KiB.",
            "Send fewer or shorter headers."),
        kind(
            "internal",
            500,
            "Something went wrong on our side",
            "An error that we did not foresee; it has been logged.",
            "Try again later; if it stays, report the traceId."),
        kind(
            "busy",
            503,
            "Busy",
            "More is being done right now than can be done well, or others change the same thing;"
                + " nothing of the request was done.",
            "Try again after as many seconds as Retry-After says."),
        kind(
            "unavailable",
            503,
            "Not right now",
            "Something that Moltrail depends on does not answer.",
            "Try again after Retry-After; with an Idempotency-Key, nothing can happen twice."));
  }

  private static ProblemKind kind(
      String code, int status, String title, String explanation, String remedy) {
    return new ProblemKind(code, status, title, explanation, remedy);
  }
}
