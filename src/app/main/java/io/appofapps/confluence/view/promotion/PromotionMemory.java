package io.appofapps.confluence.view.promotion;

import io.appofapps.confluence.promotion.Person;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.desk.PromotionListener;
import io.appofapps.confluence.promotion.rows.PromotionLedger;
import io.appofapps.confluence.state.StateStore;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the desk has answered lately, so that pages that are looked at all the time do not ask the
 * database all the time. An answer holds until the log has another row, on whichever node that was
 * written, and for a short while at most, because gates open and requests expire by themselves.
 * When another answer comes than before, the state is renewed: that is how open pages learn of it.
 */
@Named
public class PromotionMemory implements PromotionListener {

  private static final Logger LOG = LoggerFactory.getLogger(PromotionMemory.class);
  private static final int MOST_ANSWERS = 1_000;
  private static final long LOOK_EVERY = Duration.ofSeconds(1).toNanos();

  /** How long an answer holds that was given to the same state of the clusters. */
  private static final long SAME_STATE = Duration.ofSeconds(15).toNanos();

  /** How long one holds that was given to an earlier state. */
  private static final long OTHER_STATE = Duration.ofSeconds(1).toNanos();

  private final LongSupplier edition;
  private final Runnable renew;
  private final LongSupplier nanos;
  private final Map<Object, Given> answers = new LinkedHashMap<>(16, 0.75f, true);
  private Long known;
  private long lookedAt;
  private boolean dirty = true;

  private static final class Given {

    private final Object answer;
    private final long edition;
    private final long revision;
    private final long at;

    /** The newest state that it was shown with. */
    private volatile long shownWith;

    Given(Object answer, long edition, long revision, long at) {
      this.answer = answer;
      this.edition = edition;
      this.revision = revision;
      this.at = at;
      this.shownWith = revision;
    }

    boolean holds(long now, long editionNow, long revisionNow) {
      long most = revision == revisionNow ? SAME_STATE : OTHER_STATE;
      return edition == editionNow && now - at < most;
    }

    /** Whether pages that show this one would not ask again though the answer is another. */
    boolean hides(Object answerNow, long editionNow, long revisionNow) {
      return edition == editionNow && shownWith == revisionNow && !answer.equals(answerNow);
    }
  }

  @Inject
  public PromotionMemory(PromotionLedger ledger, StateStore store) {
    this(ledger::edition, store::renew, System::nanoTime);
  }

  /**
   * @param edition another number whenever the log has another row
   * @param renew makes open pages look again
   * @param nanos a clock
   */
  PromotionMemory(LongSupplier edition, Runnable renew, LongSupplier nanos) {
    this.edition = edition;
    this.renew = renew;
    this.nanos = nanos;
  }

  /**
   * The answer to the question, from memory or anew.
   *
   * @param question who asks what; equal ones have the same answer
   * @param revision of the state of the clusters that the answer is shown with
   * @param ask asks the desk; its answers have {@code equals}
   */
  <T> T recall(Object question, long revision, Supplier<T> ask) {
    long now = nanos.getAsLong();
    long editionNow = edition(now);
    Given before;
    synchronized (answers) {
      before = answers.get(question);
    }
    if (before != null && before.holds(now, editionNow, revision)) {
      before.shownWith = Math.max(before.shownWith, revision);
      return answer(before);
    }
    T answer = ask.get();
    synchronized (answers) {
      answers.put(question, new Given(answer, editionNow, revision, now));
      Iterator<Object> oldest = answers.keySet().iterator();
      while (answers.size() > MOST_ANSWERS) {
        oldest.next();
        oldest.remove();
      }
    }
    if (before != null && before.hides(answer, editionNow, revision)) {
      renew.run();
    }
    return answer;
  }

  /** A question determines the type of its answer. */
  @SuppressWarnings("unchecked")
  private static <T> T answer(Given given) {
    return (T) given.answer;
  }

  @Override
  public void happened(Promotion after, String event, Person who) {
    synchronized (this) {
      dirty = true;
    }
    edition(nanos.getAsLong());
  }

  private long edition(long now) {
    synchronized (this) {
      if (!dirty && now - lookedAt < LOOK_EVERY) {
        return known == null ? 0 : known;
      }
      dirty = false;
      lookedAt = now;
    }
    long found;
    try {
      found = edition.getAsLong();
    } catch (RuntimeException e) {
      // Whoever asks for something that is not remembered hears of it.
      LOG.debug("The promotion log does not say where it ends", e);
      return known == null ? 0 : known;
    }
    boolean moved;
    synchronized (this) {
      moved = known != null && known != found;
      known = found;
    }
    if (moved) {
      renew.run();
    }
    return found;
  }
}
