package io.appofapps.confluence.git;

import static io.appofapps.confluence.git.PullRequests.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/**
 * Pull requests of GitHub and GitHub Enterprise Server. Source: docs.github.com, REST API endpoints
 * for pull requests: {@code GET /repos/{owner}/{repo}/pulls?head=owner:branch&base=&state=all}
 * (newest first), {@code POST} there with title, head, base, body; {@code GET} and {@code PATCH
 * …/pulls/{number}} with {@code state: closed}. A merged one is closed with {@code merged_at}, and
 * {@code merge_commit_sha} is on the base then, however it was merged.
 */
final class GitHubPullRequests implements PullRequests {

  private final String owner;
  private final PullRequestApi pulls;

  GitHubPullRequests(HostApi api, String owner, String repository) {
    this.owner = owner;
    this.pulls =
        new PullRequestApi(
            api,
            "/repos/" + encoded(owner) + "/" + encoded(repository) + "/pulls",
            GitHubPullRequests::read);
  }

  @Override
  public Optional<PullRequest> find(String branch, String onto) throws IOException {
    return pulls.first(
        "state=all&per_page=1&head=" + encoded(owner + ":" + branch) + "&base=" + encoded(onto));
  }

  @Override
  public PullRequest open(PullRequest.Wanted wanted) throws IOException {
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("title", wanted.title())
            .put("head", wanted.branch())
            .put("base", wanted.onto())
            .put("body", wanted.description());
    return pulls.open(body);
  }

  @Override
  public PullRequest read(long number) throws IOException {
    return pulls.read(number);
  }

  @Override
  public PullRequest close(PullRequest open) throws IOException {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("state", "closed");
    return pulls.change("PATCH", Long.toString(open.number()), body);
  }

  private static PullRequest read(JsonNode node) throws IOException {
    boolean merged = node.path("merged_at").isTextual() || node.path("merged").asBoolean();
    boolean open = PullRequests.text(node, "/state").equals("open");
    return new PullRequest(
        PullRequests.number(node, "/number"),
        PullRequests.text(node, "/html_url"),
        PullRequests.commit(node, "/head/sha"),
        merged
            ? PullRequest.State.MERGED
            : open ? PullRequest.State.OPEN : PullRequest.State.CLOSED,
        merged ? PullRequests.commitIfAny(node, "/merge_commit_sha") : Optional.empty(),
        0);
  }
}
