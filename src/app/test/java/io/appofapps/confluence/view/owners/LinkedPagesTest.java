package io.appofapps.confluence.view.owners;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.docs.PageAddress;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.view.TestViewers;
import io.appofapps.confluence.view.pages.TestDirectory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinkedPagesTest {

  private static final PageAddress RUNBOOK = new PageAddress.ById(7);
  private static final PageAsk ASK = new PageAsk(RUNBOOK, List.of("nobody-knows", "ops"));

  private final TestDirectory directory = new TestDirectory();
  private Instant now = Instant.parse("2026-11-23T11:00:00Z");
  private final LinkedPages pages =
      new LinkedPages(
          directory,
          new InstantSource() {
            @Override
            public Instant instant() {
              return now;
            }
          });

  private static final Viewer ORANGE = TestViewers.person(true, Set.of(), Set.of("orange"));
  private static final Viewer BLUE = TestViewers.person(true, Set.of(), Set.of("blue"));

  @Test
  void whoMaySeeThePageReadsItsTitleAndWhetherTheGroupOnCallMay() {
    directory.page(RUNBOOK, "Payments runbook", ORANGE);
    directory.readable.put("ops", false);
    PageVerdict verdict = pages.verdicts(ORANGE, Set.of(ASK)).get(ASK);
    assertThat(verdict.page().orElseThrow().title()).isEqualTo("Payments runbook");
    assertThat(verdict.onCallReads()).contains(false);
  }

  @Test
  void whoMayNotSeeThePageLearnsWhatAnAbsentOneTells() {
    directory.page(RUNBOOK, "Payments runbook", ORANGE);
    directory.readable.put("ops", false);
    PageAsk absent = new PageAsk(new PageAddress.ById(8), List.of("ops"));
    Map<PageAsk, PageVerdict> verdicts = pages.verdicts(BLUE, Set.of(ASK, absent));
    assertThat(verdicts.get(ASK)).isEqualTo(verdicts.get(absent)).isEqualTo(PageVerdict.ABSENT);
  }

  @Test
  void whatOnePersonMaySeeIsNotToldToAnother() {
    directory.page(RUNBOOK, "Payments runbook", ORANGE);
    pages.verdicts(ORANGE, Set.of(ASK));
    assertThat(pages.verdicts(BLUE, Set.of(ASK)).get(ASK)).isEqualTo(PageVerdict.ABSENT);
  }

  @Test
  void whatWasFoundHoldsForHalfAMinute() {
    directory.page(RUNBOOK, "Payments runbook", ORANGE);
    pages.verdicts(ORANGE, Set.of(ASK));
    directory.forget();
    now = now.plusSeconds(29);
    assertThat(pages.verdicts(ORANGE, Set.of(ASK)).get(ASK).page()).isPresent();
    assertThat(directory.asked).isEqualTo(1);
    now = now.plusSeconds(2);
    assertThat(pages.verdicts(ORANGE, Set.of(ASK)).get(ASK).page()).isEmpty();
  }

  @Test
  void noViewAsksForMoreThanItsShareAndTheNextOnesGoOn() {
    Set<PageAsk> many =
        IntStream.range(0, 150)
            .mapToObj(id -> new PageAsk(new PageAddress.ById(id), List.of()))
            .collect(Collectors.toSet());
    assertThat(pages.verdicts(ORANGE, many)).hasSize(60);
    assertThat(directory.asked).isEqualTo(60);
    assertThat(pages.verdicts(ORANGE, many)).hasSize(120);
    assertThat(pages.verdicts(ORANGE, many)).hasSize(150);
    assertThat(directory.asked).isEqualTo(150);
    pages.verdicts(ORANGE, many);
    assertThat(directory.asked).isEqualTo(150);
  }

  @Test
  void aNameThatIsNoGroupSaysNothing() {
    directory.page(RUNBOOK, "Payments runbook", ORANGE);
    assertThat(pages.verdicts(ORANGE, Set.of(ASK)).get(ASK).onCallReads())
        .isEqualTo(Optional.empty());
  }
}
