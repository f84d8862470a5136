package io.appofapps.confluence.promotion.record;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.promotion.Person;
import java.util.List;

/**
 * The canonical form of an entry: a JSON object in the one form that {@link CanonicalJson} writes.
 * Texts and lists that are empty are left out; moments are ISO 8601 in UTC; {@code format} is 1.
 */
final class CanonicalEntry {

  private static final int FORMAT = 1;

  private CanonicalEntry() {}

  static String of(long sequence, Entry entry) {
    Subject subject = entry.subject();
    CanonicalJson json =
        new CanonicalJson()
            .put("format", FORMAT)
            .put("sequence", sequence)
            .put("at", entry.at().toString())
            .put("promotion", entry.promotion())
            .put("event", entry.event())
            .put("outcome", entry.outcome())
            .put("who", person(entry.who()))
            .put("set", subject.set())
            .put("service", subject.service())
            .put("from", subject.from())
            .put("to", subject.to())
            .put("moves", moves(subject))
            .put("project", subject.project())
            .put("digest", subject.digest())
            .put("bases", bases(subject))
            .put("approvers", entry.approvers().stream().map(CanonicalEntry::person).toList())
            .put("reason", entry.reason())
            .put("comment", entry.comment())
            .put("gates", gates(entry))
            .put("commits", commits(entry))
            .put("pullRequest", entry.pullRequest())
            .put("rollsBack", entry.rollsBack())
            .put("cause", entry.cause());
    subject.source().ifPresent(key -> json.put("source", application(key)));
    subject.target().ifPresent(key -> json.put("target", application(key)));
    subject.page().ifPresent(page -> json.put("page", page));
    entry.removed().ifPresent(head -> json.put("removed", head(head)));
    return json.toString();
  }

  private static CanonicalJson person(Person person) {
    return new CanonicalJson()
        .put("key", person.key())
        .put("name", person.name())
        .put("groups", person.groups())
        .put("agent", person.agent());
  }

  private static CanonicalJson application(ApplicationKey key) {
    return new CanonicalJson()
        .put("connection", key.connection())
        .put("namespace", key.namespace())
        .put("name", key.name());
  }

  private static CanonicalJson head(Head head) {
    return new CanonicalJson().put("sequence", head.sequence()).put("hash", head.hash());
  }

  private static List<CanonicalJson> moves(Subject subject) {
    return subject.moves().stream()
        .map(
            move ->
                new CanonicalJson()
                    .put("what", move.what())
                    .put("before", move.before())
                    .put("after", move.after()))
        .toList();
  }

  private static List<CanonicalJson> bases(Subject subject) {
    return subject.bases().entrySet().stream()
        .map(
            base ->
                new CanonicalJson().put("repository", base.getKey()).put("commit", base.getValue()))
        .toList();
  }

  private static List<CanonicalJson> gates(Entry entry) {
    return entry.gates().stream()
        .map(
            gate ->
                new CanonicalJson()
                    .put("name", gate.name())
                    .put("open", gate.open())
                    .put("reason", gate.reason()))
        .toList();
  }

  private static List<CanonicalJson> commits(Entry entry) {
    return entry.commits().stream()
        .map(
            commit ->
                new CanonicalJson()
                    .put("repository", commit.repository())
                    .put("branch", commit.branch())
                    .put("id", commit.id()))
        .toList();
  }
}
