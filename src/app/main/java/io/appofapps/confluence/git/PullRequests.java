package io.appofapps.confluence.git;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/**
 * The pull requests of one repository, as one kind of host has them. Every call throws {@link
 * HostAnswerException} when the host answers with an error, and {@link IOException} when it cannot
 * be asked or understood.
 */
interface PullRequests {

  /** The newest one from that branch onto the other, whether it is still open or not. */
  Optional<PullRequest> find(String branch, String onto) throws IOException;

  /** Opens one. */
  PullRequest open(PullRequest.Wanted wanted) throws IOException;

  /** The one of that number. */
  PullRequest read(long number) throws IOException;

  /** Closes it without merging. */
  PullRequest close(PullRequest open) throws IOException;

  /** For use in a path or query of an address. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%7E", "~");
  }

  /** A list that must be one. */
  static JsonNode list(JsonNode node) throws IOException {
    if (!node.isArray()) {
      throw new IOException("The answer is no list");
    }
    return node;
  }

  /** A field that must be there. */
  static String text(JsonNode node, String pointer) throws IOException {
    JsonNode found = node.at(pointer);
    if (!found.isTextual() || found.textValue().isEmpty()) {
      throw new IOException("The answer has no " + pointer);
    }
    return found.textValue();
  }

  /** A commit id that must be there. */
  static String commit(JsonNode node, String pointer) throws IOException {
    return commitIfAny(node, pointer)
        .orElseThrow(() -> new IOException("The answer has no commit at " + pointer));
  }

  /** A commit id if there is one. */
  static Optional<String> commitIfAny(JsonNode node, String pointer) {
    return Optional.ofNullable(node.at(pointer).textValue()).filter(ObjectId::isId);
  }

  /** A number that must be there. */
  static long number(JsonNode node, String pointer) throws IOException {
    JsonNode found = node.at(pointer);
    if (!found.canConvertToLong()) {
      throw new IOException("The answer has no " + pointer);
    }
    return found.longValue();
  }
}
