package io.appofapps.confluence.drift;

import io.appofapps.confluence.application.Since;
import io.appofapps.confluence.tree.NodeId;
import java.util.List;
import java.util.Optional;

/**
 * Something that stands otherwise than it should.
 *
 * @param kind what it is
 * @param severity how much it asks for a person, its age considered
 * @param node what it is about
 * @param environment of the node, empty when nobody knows it
 * @param since since when, empty when nothing tells
 * @param headline one short sentence that names the node
 * @param evidence what it rests on, most important first
 */
public record Finding(
    FindingKind kind,
    Severity severity,
    NodeId node,
    Optional<String> environment,
    Optional<Since> since,
    Sentence headline,
    List<Sentence> evidence) {

  public Finding {
    evidence = List.copyOf(evidence);
  }

  Finding raised() {
    return with(severity.raised());
  }

  Finding with(Severity other) {
    return new Finding(kind, other, node, environment, since, headline, evidence);
  }
}
