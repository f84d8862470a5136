package io.appofapps.confluence.view.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.promotion.Person;
import io.appofapps.confluence.promotion.Promotions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PromotionMemoryTest {

  private final AtomicLong rows = new AtomicLong();
  private final AtomicLong renewed = new AtomicLong();
  private final AtomicLong nanos = new AtomicLong(Duration.ofHours(1).toNanos());
  private final AtomicLong looked = new AtomicLong();
  private final AtomicLong asked = new AtomicLong();
  private String answer = "closed";
  private final PromotionMemory memory =
      new PromotionMemory(this::edition, renewed::incrementAndGet, nanos::get);

  private long edition() {
    looked.incrementAndGet();
    return rows.get();
  }

  private String recall(long revision) {
    return memory.recall(
        "question",
        revision,
        () -> {
          asked.incrementAndGet();
          return answer;
        });
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void whileNothingHappensTheDatabaseIsAskedOnceASecondForOneNumber() {
    for (int i = 0; i < 100; i++) {
      recall(1);
      pass(Duration.ofMillis(50));
    }
    assertThat(asked).hasValue(1);
    assertThat(looked.get()).isBetween(4L, 6L);
    assertThat(renewed).hasValue(0);
  }

  @Test
  void aRowThatAnotherNodeHasWrittenIsSeenWithinASecondAndOpenPagesLookAgain() {
    recall(1);
    rows.incrementAndGet();
    answer = "open";
    pass(Duration.ofMillis(1_001));
    assertThat(recall(1)).isEqualTo("open");
    assertThat(renewed).hasValue(1);
  }

  @Test
  void whatHappensOnThisNodeIsSeenAtOnce() {
    recall(1);
    rows.incrementAndGet();
    memory.happened(Promotions.requested(), "request", Person.NOBODY);
    answer = "open";
    assertThat(renewed).hasValue(1);
    assertThat(recall(2)).isEqualTo("open");
  }

  @Test
  void aGateThatOpensByItselfReachesPagesThatShowItClosed() {
    recall(1);
    answer = "open";
    pass(Duration.ofSeconds(16));
    assertThat(recall(1)).isEqualTo("open");
    assertThat(renewed).hasValue(1);
    pass(Duration.ofSeconds(16));
    recall(1);
    assertThat(renewed).hasValue(1);
  }

  @Test
  void anAnswerThatWasGivenToAnEarlierStateIsAskedForAgainSoon() {
    recall(1);
    assertThat(recall(2)).isEqualTo("closed");
    answer = "open";
    pass(Duration.ofMillis(1_001));
    assertThat(recall(2)).isEqualTo("open");
    assertThat(renewed).hasValue(1);
  }

  @Test
  void aDatabaseThatDoesNotSayWhereTheLogEndsLeavesWhatIsKnown() {
    PromotionMemory away =
        new PromotionMemory(
            () -> {
              throw new IllegalStateException("away");
            },
            renewed::incrementAndGet,
            nanos::get);
    assertThat(away.<String>recall("q", 1, () -> "known")).isEqualTo("known");
    assertThat(away.<String>recall("q", 1, () -> "new")).isEqualTo("known");
    assertThat(renewed).hasValue(0);
  }
}
