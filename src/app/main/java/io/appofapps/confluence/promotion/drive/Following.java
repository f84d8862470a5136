package io.appofapps.confluence.promotion.drive;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.environment.matrix.Commits;
import io.appofapps.confluence.git.KnownRepositories;
import io.appofapps.confluence.promotion.Commit;
import io.appofapps.confluence.promotion.IllegalMoveException;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.desk.Recorder;
import io.appofapps.confluence.promotion.facts.Facts;
import io.appofapps.confluence.promotion.rows.Stored;
import io.appofapps.confluence.promotion.track.Limits;
import io.appofapps.confluence.promotion.track.Progress;
import io.appofapps.confluence.promotion.track.Seen;
import io.appofapps.confluence.promotion.track.Tracker;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** Follows changes that are on the branch; from memory only. */
@Named
public class Following {

  private final Commits commits;
  private final KnownRepositories repositories;
  private final Recorder recorder;
  private final Made made;

  @Inject
  public Following(Commits commits, KnownRepositories repositories, Recorder recorder, Made made) {
    this.commits = commits;
    this.repositories = repositories;
    this.recorder = recorder;
    this.made = made;
  }

  /** Whether there is something to write down. */
  boolean isDue(Promotion promotion, Facts facts) {
    return made.owesRollBack(promotion) || progress(promotion, facts).isPresent();
  }

  /**
   * Writes down how it stands.
   *
   * @param stored COMMITTED or SYNCING
   */
  void step(Stored stored, Facts facts) throws IllegalMoveException {
    made.rolledBack(stored.promotion(), facts);
    Optional<Progress> progress = progress(stored.promotion(), facts);
    if (progress.isPresent()) {
      String text = progress.get().text();
      recorder.happens(
          stored,
          stored.promotion(),
          progress.get().event(),
          text.isEmpty() ? "" : recorder.words(text, progress.get().arguments()),
          List.of(),
          facts.now());
    }
  }

  private Optional<Progress> progress(Promotion promotion, Facts facts) {
    if (promotion.commits().isEmpty()) {
      return Optional.empty();
    }
    ApplicationKey target = promotion.request().target();
    Commit commit = promotion.commits().get(0);
    Seen seen =
        new Seen(
            facts.application(target),
            facts.parent(target),
            facts.isCurrent(List.of(target)),
            address -> repositories.isOf(address, commit.repository()),
            commits);
    Limits limits = Limits.of(facts.rule(promotion.request().to()).timeout());
    return Tracker.judge(promotion, seen, limits, facts.now());
  }
}
