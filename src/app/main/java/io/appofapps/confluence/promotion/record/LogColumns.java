package io.appofapps.confluence.promotion.record;

import io.appofapps.confluence.promotion.Person;
import java.util.List;
import java.util.stream.Collectors;

/** An entry as a line of a table: one text a column, several values with {@code "; "} between. */
public final class LogColumns {

  /** Names of the columns; stable, because other programs read them. */
  public static final List<String> NAMES =
      List.of(
          "sequence",
          "at",
          "promotion",
          "event",
          "outcome",
          "who",
          "name",
          "groups",
          "set",
          "service",
          "from",
          "to",
          "application",
          "moves",
          "digest",
          "approvers",
          "reason",
          "comment",
          "gates",
          "commits",
          "pullRequest",
          "cause",
          "hash",
          "agent",
          "project");

  private LogColumns() {}

  /** The texts in the order of {@link #NAMES}. */
  public static List<String> of(LogRow row) {
    Entry entry = row.entry();
    Subject subject = entry.subject();
    return List.of(
        Long.toString(row.recorded().sequence()),
        entry.at().toString(),
        entry.promotion(),
        entry.event(),
        entry.outcome(),
        entry.who().key(),
        entry.who().name(),
        String.join("; ", entry.who().groups()),
        subject.set(),
        subject.service(),
        subject.from(),
        subject.to(),
        subject.target().map(Object::toString).orElse(""),
        subject.moves().stream()
            .map(move -> move.what() + ": " + move.before() + " -> " + move.after())
            .collect(Collectors.joining("; ")),
        subject.digest(),
        entry.approvers().stream().map(Person::key).collect(Collectors.joining("; ")),
        entry.reason(),
        entry.comment(),
        entry.gates().stream()
            .map(gate -> gate.name() + (gate.open() ? ": open" : ": closed, " + gate.reason()))
            .collect(Collectors.joining("; ")),
        entry.commits().stream()
            .map(commit -> commit.repository() + "@" + commit.id())
            .collect(Collectors.joining("; ")),
        entry.pullRequest(),
        entry.cause(),
        row.recorded().hash(),
        entry.who().agent(),
        subject.project());
  }
}
