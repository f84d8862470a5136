package io.appofapps.confluence.git;

import io.appofapps.confluence.git.Pushes.AlreadyThere;
import io.appofapps.confluence.git.Pushes.Change;
import io.appofapps.confluence.git.Pushes.Moved;
import io.appofapps.confluence.git.Pushes.Outcome;
import io.appofapps.confluence.git.Pushes.Pushed;
import io.appofapps.confluence.git.Pushes.Refused;
import io.appofapps.confluence.git.Pushes.Unreachable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.RemoteRefUpdate.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One change on its way, to the branch that it is for or to a new one. What makes it happen once is
 * the host: it takes the new commit only while the branch still is at the very commit in whose
 * history the change was looked for, and a new branch only while there is none of that name.
 */
final class Push {

  private static final Logger LOG = LoggerFactory.getLogger(Push.class);

  private static final int TRIES = 3;
  private static final Duration MOST_TIME = Duration.ofMinutes(2);

  /** Hooks of the host may take their time. */
  private static final int PUSH_SILENCE_SECONDS = 60;

  private final Change change;
  private final HostWords words;
  private final String url;
  private final Branch branch;
  private final Branch target;

  /**
   * @param to name of the branch to push to: that of the change's base, or a new one
   */
  Push(Remote remote, Change change, String to, HostWords words) {
    this.change = change;
    this.words = words;
    this.url = remote.settings().url();
    this.branch = new Branch(remote, change.base().branch(), MOST_TIME);
    this.target = to.equals(change.base().branch()) ? branch : new Branch(remote, to, MOST_TIME);
  }

  Outcome run() {
    try {
      for (int i = 0; i < TRIES; i++) {
        Optional<Outcome> outcome = attempt();
        if (outcome.isPresent()) {
          return outcome.get();
        }
      }
      return new Unreachable(words.busy(url), false);
    } catch (IOException | RuntimeException e) {
      return failed(e, false);
    }
  }

  /** Empty when somebody else has pushed in the meantime. */
  private Optional<Outcome> attempt() throws IOException {
    Optional<ObjectId> head = branch.head();
    if (head.isEmpty()) {
      return Optional.of(new Moved(""));
    }
    if (target != branch && target.head().isPresent()) {
      return Optional.of(onItsOwnBranch());
    }
    History history = branch.history();
    Optional<ObjectId> there = history.find(change.id());
    if (there.isPresent()) {
      return Optional.of(new AlreadyThere(there.get().name()));
    }
    if (!history.has(change.base().id())) {
      return Optional.of(new Moved(""));
    }
    ObjectId parent = history.head();
    MemoryRepository local = new MemoryRepository();
    branch.fetch(local, parent.name(), 1, "blob:none", 1);
    NewCommit commit = new NewCommit(local, parent, change);
    Optional<String> moved = commit.firstOther();
    if (moved.isPresent()) {
      return Optional.of(new Moved(moved.get()));
    }
    return send(local, parent, commit.write());
  }

  /** The new branch is there: from an earlier try, or somebody else has made one of that name. */
  private Outcome onItsOwnBranch() throws IOException {
    return target
        .history()
        .find(change.id())
        .<Outcome>map(commit -> new AlreadyThere(commit.name()))
        .orElseGet(() -> new Refused(words.branchTaken(url, target.name())));
  }

  private Optional<Outcome> send(Repository local, ObjectId parent, ObjectId commit)
      throws IOException {
    ObjectId expected = target == branch ? parent : ObjectId.zeroId();
    RemoteRefUpdate update =
        new RemoteRefUpdate(local, (String) null, commit, target.ref(), false, null, expected);
    PushResult result;
    try (Remote.Line line = target.open(local)) {
      line.transport().setTimeout(PUSH_SILENCE_SECONDS);
      line.transport().setPushThin(false);
      try {
        result = line.transport().push(NullProgressMonitor.INSTANCE, List.of(update));
      } catch (IOException | RuntimeException e) {
        return Optional.of(failed(e, line.budget().hasPushed()));
      }
    }
    RemoteRefUpdate done = result.getRemoteUpdate(target.ref());
    if (done.getStatus() == Status.OK || done.getStatus() == Status.UP_TO_DATE) {
      return Optional.of(new Pushed(commit.name()));
    }
    if (!target.head().orElse(ObjectId.zeroId()).equals(expected)) {
      return Optional.empty();
    }
    String reason = done.getMessage() == null ? "" : done.getMessage();
    return Optional.of(new Refused(words.refusal(url, result.getMessages() + " " + reason)));
  }

  private Outcome failed(Exception thrown, boolean mayHaveArrived) {
    LOG.warn(
        "The change {} was not pushed to the Git repository {}: {}",
        change.id(),
        url,
        Causes.kinds(thrown));
    return HostWords.isFinal(thrown)
        ? new Refused(words.of(url, thrown))
        : new Unreachable(words.of(url, thrown), mayHaveArrived);
  }
}
