package io.appofapps.confluence.git;

import static io.appofapps.confluence.git.PullRequests.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/**
 * Pull requests of Bitbucket Data Center. Source: developer.atlassian.com, Bitbucket Data Center
 * REST API, Pull Requests: {@code GET …/pull-requests?at=refs/heads/…&direction=OUTGOING&state=ALL}
 * (newest first), {@code POST} there with fromRef and toRef, {@code GET …/{id}}, {@code POST
 * …/{id}/decline?version=} with the version that was read. A merged one names the commit in {@code
 * properties.mergeCommit}, else the activity MERGED does; a fast-forward keeps the branch's own.
 */
final class BitbucketPullRequests implements PullRequests {

  private static final String HEADS = "refs/heads/";

  private final HostApi api;
  private final String project;
  private final String slug;
  private final String path;
  private final PullRequestApi requests;

  /**
   * @param project key of the project, {@code ~name} for a person's own
   */
  BitbucketPullRequests(HostApi api, String project, String slug) {
    this.api = api;
    this.project = project;
    this.slug = slug;
    this.path = "/projects/" + encoded(project) + "/repos/" + encoded(slug) + "/pull-requests";
    this.requests = new PullRequestApi(api, path, this::read);
  }

  @Override
  public Optional<PullRequest> find(String branch, String onto) throws IOException {
    JsonNode found =
        api.get(
            path
                + "?direction=OUTGOING&state=ALL&order=NEWEST&limit=25&at="
                + encoded(HEADS + branch));
    for (JsonNode each : PullRequests.list(found.path("values"))) {
      if (each.at("/fromRef/id").asText().equals(HEADS + branch)
          && each.at("/toRef/id").asText().equals(HEADS + onto)) {
        return Optional.of(read(each));
      }
    }
    return Optional.empty();
  }

  @Override
  public PullRequest open(PullRequest.Wanted wanted) throws IOException {
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("title", wanted.title())
            .put("description", wanted.description());
    body.set("fromRef", ref(wanted.branch()));
    body.set("toRef", ref(wanted.onto()));
    return requests.open(body);
  }

  private ObjectNode ref(String branch) {
    ObjectNode ref = JsonNodeFactory.instance.objectNode().put("id", HEADS + branch);
    ref.putObject("repository").put("slug", slug).putObject("project").put("key", project);
    return ref;
  }

  @Override
  public PullRequest read(long number) throws IOException {
    return requests.read(number);
  }

  @Override
  public PullRequest close(PullRequest open) throws IOException {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("version", open.version());
    return requests.change("POST", open.number() + "/decline?version=" + open.version(), body);
  }

  private PullRequest read(JsonNode node) throws IOException {
    long number = PullRequests.number(node, "/id");
    String head = PullRequests.commit(node, "/fromRef/latestCommit");
    PullRequest.State state =
        switch (PullRequests.text(node, "/state")) {
          case "MERGED" -> PullRequest.State.MERGED;
          case "DECLINED" -> PullRequest.State.CLOSED;
          default -> PullRequest.State.OPEN;
        };
    Optional<String> merged = Optional.empty();
    if (state == PullRequest.State.MERGED) {
      merged = PullRequests.commitIfAny(node, "/properties/mergeCommit/id");
      merged = Optional.of(merged.isPresent() ? merged.get() : byActivity(number).orElse(head));
    }
    return new PullRequest(
        number,
        PullRequests.text(node, "/links/self/0/href"),
        head,
        state,
        merged,
        node.path("version").asLong());
  }

  private Optional<String> byActivity(long number) throws IOException {
    for (JsonNode each : api.get(path + "/" + number + "/activities?limit=100").path("values")) {
      if (each.path("action").asText().equals("MERGED")) {
        return PullRequests.commitIfAny(each, "/commit/id");
      }
    }
    return Optional.empty();
  }
}
