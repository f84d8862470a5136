package io.appofapps.confluence.git;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/**
 * The resource of a host's REST that holds the pull requests of one repository. Whatever is asked,
 * the host answers with a pull request in its own form, which becomes one of ours here.
 */
final class PullRequestApi {

  private final HostApi api;
  private final String path;
  private final Form form;

  /** How a kind of host writes a pull request. */
  @FunctionalInterface
  interface Form {
    PullRequest read(JsonNode node) throws IOException;
  }

  /**
   * @param path below the API's root
   */
  PullRequestApi(HostApi api, String path, Form form) {
    this.api = api;
    this.path = path;
    this.form = form;
  }

  /** The first of the list that the query gives. */
  Optional<PullRequest> first(String query) throws IOException {
    JsonNode found = PullRequests.list(api.get(path + "?" + query));
    return found.isEmpty() ? Optional.empty() : Optional.of(form.read(found.get(0)));
  }

  PullRequest open(ObjectNode body) throws IOException {
    return form.read(api.send("POST", path, body));
  }

  PullRequest read(long number) throws IOException {
    return form.read(api.get(path + "/" + number));
  }

  /**
   * @param change the number, and what the host wants after it in the address
   */
  PullRequest change(String method, String change, ObjectNode body) throws IOException {
    return form.read(api.send(method, path + "/" + change, body));
  }
}
