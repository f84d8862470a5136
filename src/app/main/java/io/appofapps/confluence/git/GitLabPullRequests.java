package io.appofapps.confluence.git;

import static io.appofapps.confluence.git.PullRequests.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/**
 * Merge requests of GitLab. Source: docs.gitlab.com, Merge requests API: {@code GET
 * /projects/{path}/merge_requests?source_branch=&target_branch=&state=all} (newest first), {@code
 * POST} there, {@code GET} and {@code PUT …/{iid}} with {@code state_event: close}. States are
 * opened, locked (being merged), merged, closed. What is on the target after a merge is the merge
 * commit, else the squashed one, else the branch's own head (fast-forward).
 */
final class GitLabPullRequests implements PullRequests {

  private final PullRequestApi requests;

  /**
   * @param project path with all groups
   */
  GitLabPullRequests(HostApi api, String project) {
    this.requests =
        new PullRequestApi(
            api, "/projects/" + encoded(project) + "/merge_requests", GitLabPullRequests::read);
  }

  @Override
  public Optional<PullRequest> find(String branch, String onto) throws IOException {
    return requests.first(
        "state=all&per_page=1&source_branch="
            + encoded(branch)
            + "&target_branch="
            + encoded(onto));
  }

  @Override
  public PullRequest open(PullRequest.Wanted wanted) throws IOException {
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("source_branch", wanted.branch())
            .put("target_branch", wanted.onto())
            .put("title", wanted.title())
            .put("description", wanted.description())
            .put("remove_source_branch", true);
    return requests.open(body);
  }

  @Override
  public PullRequest read(long number) throws IOException {
    return requests.read(number);
  }

  @Override
  public PullRequest close(PullRequest open) throws IOException {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("state_event", "close");
    return requests.change("PUT", Long.toString(open.number()), body);
  }

  private static PullRequest read(JsonNode node) throws IOException {
    String head = PullRequests.commit(node, "/sha");
    PullRequest.State state =
        switch (PullRequests.text(node, "/state")) {
          case "merged" -> PullRequest.State.MERGED;
          case "closed" -> PullRequest.State.CLOSED;
          default -> PullRequest.State.OPEN;
        };
    Optional<String> merged =
        state == PullRequest.State.MERGED
            ? PullRequests.commitIfAny(node, "/merge_commit_sha")
                .or(() -> PullRequests.commitIfAny(node, "/squash_commit_sha"))
                .or(() -> Optional.of(head))
            : Optional.empty();
    return new PullRequest(
        PullRequests.number(node, "/iid"),
        PullRequests.text(node, "/web_url"),
        head,
        state,
        merged,
        0);
  }
}
