package io.appofapps.confluence.promotion.plan;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.promotion.Move;
import io.appofapps.confluence.promotion.plan.RepositoryFiles.UnreadableException;
import io.appofapps.confluence.tree.Forest;
import io.appofapps.confluence.tree.TreeNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Finds what would change in Git so that the target Application gets the version of the source
 * Application. It reads and never guesses: what it does not find, or finds twice, is a blocker. For
 * plans of one moment: it asks what a branch names only once.
 */
public final class Planner {

  private final RepositoryFiles files;
  private final Forest forest;
  private final Function<ApplicationKey, String> environments;

  /**
   * @param files the repositories
   * @param forest all Applications, whoever asks; the plan names none but the two
   * @param environments id of the environment of an Application, empty when it has none
   */
  public Planner(
      RepositoryFiles files, Forest forest, Function<ApplicationKey, String> environments) {
    this.files = new OneReading(files);
    this.forest = forest;
    this.environments = environments;
  }

  /**
   * The plan.
   *
   * @param service name of the service
   * @param from id of the source's environment
   * @param to id of the target's environment
   */
  public Plan plan(String service, String from, String to, TreeNode source, TreeNode target) {
    FieldSearch search = new FieldSearch(files, forest);
    FieldSearch.Fields theirs = search.of(source, service);
    FieldSearch.Fields ours = search.of(target, service);
    Application running = source.application().orElseThrow();
    List<Blocker> blockers = new ArrayList<>();
    List<Move> moves = new ArrayList<>();
    Map<Place, String> changes = new LinkedHashMap<>();
    Branches branches = new Branches(files);
    SharedFiles shared = new SharedFiles(files, forest, environments);
    theirs
        .fields()
        .forEach(
            (field, place) -> {
              if (branches.follows(running, field, place.value())) {
                return;
              }
              Place own = ours.fields().get(field);
              if (own == null) {
                blockers.add(blocker("not-comparable", "absent", field, from, to));
              } else if (!own.value().equals(place.value())
                  && !branches.follows(target.application().orElseThrow(), field, own.value())) {
                moves.add(new Move(field, own.value(), place.value()));
                changes.put(own, place.value());
                blockers.addAll(unchangeable(field, own, to, target, shared));
                if (!RunningImages.mayRun(running, field, place.value())) {
                  blockers.add(blocker("not-running", "not-running", place.value(), from));
                }
              }
            });
    if (moves.isEmpty() && blockers.isEmpty()) {
      blockers.addAll(nothing(running, target.application().orElseThrow(), theirs, ours));
    } else if (theirs.decisive() || ours.decisive()) {
      blockers.addAll(theirs.blockers());
      blockers.addAll(ours.blockers());
    }
    return write(service, from, to, moves, changes, blockers);
  }

  /**
   * The plan that gives a target the values again that it had before.
   *
   * @param moves from the values that it has to those it had
   */
  public Plan back(String service, String from, String to, TreeNode target, List<Move> moves) {
    FieldSearch.Fields ours = new FieldSearch(files, forest).of(target, service);
    SharedFiles shared = new SharedFiles(files, forest, environments);
    List<Blocker> blockers = new ArrayList<>();
    List<Move> wanted = new ArrayList<>();
    Map<Place, String> changes = new LinkedHashMap<>();
    for (Move move : moves) {
      Place own = ours.fields().get(move.what());
      if (own == null) {
        blockers.add(blocker("not-located", "lost", move.what(), to));
        blockers.addAll(ours.blockers());
      } else if (own.value().equals(move.before())) {
        wanted.add(move);
        changes.put(own, move.after());
        blockers.addAll(unchangeable(move.what(), own, to, target, shared));
      } else if (!own.value().equals(move.after())) {
        blockers.add(blocker("moved-on", "moved-on", move.what(), own.value(), move.before()));
      }
    }
    if (wanted.isEmpty() && blockers.isEmpty()) {
      blockers.add(blocker("nothing-to-move", "back-already", to));
    }
    return write(service, from, to, wanted, changes, blockers);
  }

  private List<Blocker> unchangeable(
      String field, Place place, String to, TreeNode target, SharedFiles shared) {
    List<Blocker> found = new ArrayList<>();
    String path = place.file().path();
    if (place.file().commit().branch().isEmpty()) {
      found.add(blocker("not-a-branch", "not-a-branch", path));
    }
    if (shared.isRead(place.file(), to) || shared.isDeclared(place.file(), target)) {
      found.add(blocker("shared", "shared", path, to));
    }
    ChartLock.of(files, field, place.file())
        .ifPresent(lock -> found.add(blocker("locked", "locked", lock, path)));
    return found;
  }

  private Plan write(
      String service,
      String from,
      String to,
      List<Move> moves,
      Map<Place, String> changes,
      List<Blocker> blockers) {
    List<FileEdit> edits = List.of();
    try {
      Edits written = new Edits(files);
      for (Map.Entry<Place, String> change : changes.entrySet()) {
        written.write(change.getKey(), change.getValue());
      }
      blockers.addAll(written.blockers());
      edits = written.blockers().isEmpty() ? written.all() : edits;
    } catch (UnreadableException e) {
      blockers.add(FieldSearch.unreadable(e));
    }
    List<String> branches =
        edits.stream().map(FileEdit::base).map(Planner::branch).distinct().sorted().toList();
    if (branches.size() > 1) {
      // two pushes cannot happen both or not at all
      blockers.add(blocker("several-branches", "several-branches", String.join(", ", branches)));
    }
    return new Plan(service, from, to, moves, edits, blockers.stream().distinct().toList());
  }

  private static String branch(RepositoryFiles.Commit commit) {
    return commit.address() + " (" + commit.branch() + ")";
  }

  /** Why there is no move. */
  private static List<Blocker> nothing(
      Application source, Application target, FieldSearch.Fields theirs, FieldSearch.Fields ours) {
    List<Blocker> missing = new ArrayList<>(theirs.blockers());
    missing.addAll(ours.blockers());
    if (!missing.isEmpty()) {
      return missing;
    }
    if (!source.images().equals(target.images())) {
      return List.of(
          blocker("not-comparable", "no-field", source.key().name(), target.key().name()));
    }
    return List.of(blocker("nothing-to-move", "same"));
  }

  private static Blocker blocker(String code, String text, String... arguments) {
    return new Blocker(code, "aoa.plan." + text, List.of(arguments));
  }
}
