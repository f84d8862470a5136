package io.appofapps.confluence.promotion.drive;

import io.appofapps.confluence.git.Reviews;
import io.appofapps.confluence.promotion.IllegalMoveException;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.PromotionEvent;
import io.appofapps.confluence.promotion.desk.Recorder;
import io.appofapps.confluence.promotion.desk.Saying;
import io.appofapps.confluence.promotion.facts.Facts;
import io.appofapps.confluence.promotion.rows.Attempt;
import io.appofapps.confluence.promotion.rows.PromotionAttempts;
import io.appofapps.confluence.promotion.rows.Stored;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/** Looks how pull requests stand. */
@Named
public class ReviewWatch {

  private final ObjectProvider<Reviews> reviews;
  private final PromotionAttempts attempts;
  private final Recorder recorder;
  private final Made made;

  @Inject
  public ReviewWatch(
      ObjectProvider<Reviews> reviews, PromotionAttempts attempts, Recorder recorder, Made made) {
    this.reviews = reviews;
    this.attempts = attempts;
    this.recorder = recorder;
    this.made = made;
  }

  /**
   * One look.
   *
   * @param stored IN_REVIEW
   */
  void step(Stored stored, Facts facts) throws IllegalMoveException {
    Promotion promotion = stored.promotion();
    Optional<Attempt> attempt = attempts.find(promotion.id());
    Reviews host = reviews.getIfAvailable();
    if (attempt.isEmpty() || host == null) {
      String why = recorder.words(Saying.of("aoa.promotion.drive.review-lost"));
      recorder.happens(stored, promotion, PromotionEvent.FAIL, why, List.of(), facts.now());
      return;
    }
    Reviews.Standing standing = host.look(attempt.get().base(), promotion.pullRequest().orElse(""));
    if (standing instanceof Reviews.Standing.Merged merged) {
      made.committed(stored, attempt.get().base(), merged.commit(), facts);
    } else if (standing instanceof Reviews.Standing.Declined) {
      String why = recorder.words(Saying.of("aoa.promotion.drive.declined"));
      recorder.happens(stored, promotion, PromotionEvent.REJECT, why, List.of(), facts.now());
      attempts.forget(promotion.id());
    } else if (standing instanceof Reviews.Standing.Unknown unknown) {
      later(attempt.get(), promotion, attempt.get().tries() + 1, facts);
      if (!promotion.cause().equals(unknown.words())) {
        recorder.note(stored, unknown.words(), facts.now());
      }
    } else {
      later(attempt.get(), promotion, 0, facts);
    }
  }

  private void later(Attempt attempt, Promotion promotion, int tries, Facts facts) {
    attempts.save(
        promotion.id(),
        new Attempt(
            attempt.base(),
            false,
            tries,
            facts.now().plus(tries == 0 ? Pauses.SHORT : Pauses.after(tries))));
  }
}
