package io.appofapps.confluence.environment.matrix;

import io.appofapps.confluence.environment.SemanticVersion;
import java.util.List;
import java.util.Optional;

/**
 * How an earlier environment differs. Who is ahead is said only where it is known: by semantic
 * versions or by the commits between; of everything else it is only said that it differs.
 *
 * @param environment the earlier one
 * @param relation how its version stands to the one here
 * @param version what runs there
 * @param commits how many commits lie between, empty when nobody knows
 * @param stories keys that those commits name
 */
public record Ahead(
    String environment,
    Relation relation,
    String version,
    Optional<Integer> commits,
    List<String> stories) {

  /** What runs in the earlier environment is … than what runs here. */
  public enum Relation {
    NEWER,
    OLDER,
    DIFFERENT
  }

  public Ahead {
    stories = List.copyOf(stories);
  }

  /** What the earlier versions say about these; empty when they are the same or no two compare. */
  static Optional<Ahead> of(
      String environment, List<ShownVersion> earlier, List<ShownVersion> here, Commits commits) {
    for (ShownVersion mine : here) {
      for (ShownVersion theirs : earlier) {
        if (theirs.comparableWith(mine)) {
          // the first that compares decides: it stands for the whole
          return theirs.sameAs(mine)
              ? Optional.empty()
              : Optional.of(compare(environment, theirs, mine, commits));
        }
      }
    }
    return Optional.empty();
  }

  private static Ahead compare(
      String environment, ShownVersion theirs, ShownVersion mine, Commits commits) {
    boolean oneRepository =
        !mine.repository().isEmpty()
            && mine.repository().equals(theirs.repository())
            && !mine.revision().isEmpty()
            && !theirs.revision().isEmpty();
    Optional<Commits.Between> between =
        oneRepository
            ? commits
                .between(mine.repository(), mine.revision(), theirs.revision())
                .filter(found -> found.count() > 0)
            : Optional.empty();
    Relation relation = relation(theirs, mine, between.isPresent());
    Optional<Commits.Between> told = between.filter(found -> relation == Relation.NEWER);
    return new Ahead(
        environment,
        relation,
        theirs.version(),
        told.map(Commits.Between::count),
        told.map(Commits.Between::stories).orElse(List.of()));
  }

  private static Relation relation(ShownVersion theirs, ShownVersion mine, boolean hasMoreCommits) {
    Optional<SemanticVersion> there = SemanticVersion.of(theirs.version());
    Optional<SemanticVersion> here = SemanticVersion.of(mine.version());
    if (there.isPresent() && here.isPresent() && there.get().compareTo(here.get()) != 0) {
      return there.get().compareTo(here.get()) > 0 ? Relation.NEWER : Relation.OLDER;
    }
    return hasMoreCommits ? Relation.NEWER : Relation.DIFFERENT;
  }
}
