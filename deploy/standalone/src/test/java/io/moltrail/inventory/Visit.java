package io.moltrail.inventory;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A short visit to a running Moltrail, which touches every kind of place that a run fills. */
final class Visit {

  static final String EMAIL = "inventory@moltrail.example";
  static final String PASSWORD = "lilac tram under Kepler";
  static final String NAME = "Visiting chemist";
  static final String STRUCTURE = "CCCCCCCC(F)Cl";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI address;
  private Optional<String> accessToken = Optional.empty();

  Visit(URI address) {
    this.address = address;
  }

  /** As the administrator whose address and password these are. Answers the ids that it met. */
  List<String> make() throws IOException, InterruptedException {
    Map<String, String> mistaken = Map.of("email", EMAIL, "password", "something else");
    expect(401, post("/v1/auth/login", mistaken));
    Map<String, String> login = Map.of("email", EMAIL, "password", PASSWORD);
    accessToken = Optional.of(field(expect(200, post("/v1/auth/login", login)), "accessToken"));

    Map<String, String> project = Map.of("name", NAME, "code", "INV");
    String projectId = field(expect(201, post("/v1/projects", project)), "id");
    String molecules = "/v1/projects/" + projectId + "/molecules";
    Map<String, String> molecule = Map.of("smiles", STRUCTURE, "name", NAME);
    // the first structure loads the toolkit: on a busy machine it may run over its limit
    HttpResponse<String> added =
        await()
            .atMost(Duration.ofMinutes(1))
            .until(() -> post(molecules, molecule), it -> it.statusCode() != 422);
    String moleculeId = field(expect(201, added), "id");
    expect(409, post(molecules, molecule));
    expect(422, post(molecules, Map.of("smiles", STRUCTURE + "(")));
    expect(200, get("/v1/molecules/lookup?smiles=" + STRUCTURE.replaceAll("[(].*", "")));
    expect(404, get("/v1/" + NAME.replace(' ', '-')));
    expect(204, post("/v1/auth/logout", Map.of()));
    return List.of(projectId, moleculeId);
  }

  /** Comes to the door as a stranger who is turned away. */
  void knock() throws IOException, InterruptedException {
    expect(401, send(HttpRequest.newBuilder(address.resolve("/v1/me")).GET()));
  }

  private HttpResponse<String> post(String path, Map<String, String> body)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path));
    accessToken.ifPresent(it -> request.header("Authorization", "Bearer " + it));
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static JsonNode expect(int status, HttpResponse<String> answer) {
    if (answer.statusCode() != status) {
      throw new AssertionError(
          "%s answered %d: %s".formatted(answer.uri(), answer.statusCode(), answer.body()));
    }
    return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
  }

  private static String field(JsonNode answer, String name) {
    return answer.get(name).stringValue();
  }
}
