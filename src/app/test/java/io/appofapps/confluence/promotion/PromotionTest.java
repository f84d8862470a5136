package io.appofapps.confluence.promotion;

import static io.appofapps.confluence.promotion.PromotionState.APPROVED;
import static io.appofapps.confluence.promotion.PromotionState.BLOCKED;
import static io.appofapps.confluence.promotion.PromotionState.CANCELLED;
import static io.appofapps.confluence.promotion.PromotionState.COMMITTED;
import static io.appofapps.confluence.promotion.PromotionState.EXPIRED;
import static io.appofapps.confluence.promotion.PromotionState.FAILED;
import static io.appofapps.confluence.promotion.PromotionState.HEALTHY;
import static io.appofapps.confluence.promotion.PromotionState.IN_REVIEW;
import static io.appofapps.confluence.promotion.PromotionState.REJECTED;
import static io.appofapps.confluence.promotion.PromotionState.REQUESTED;
import static io.appofapps.confluence.promotion.PromotionState.ROLLED_BACK;
import static io.appofapps.confluence.promotion.PromotionState.SYNCING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PromotionTest {

  private static final Instant LATER = Promotions.NOW.plusSeconds(60);

  @Test
  void theWordsOfTheStatesAreThoseThatScriptsRelyOn() {
    assertThat(Arrays.stream(PromotionState.values()).map(PromotionState::word))
        .containsExactly(
            "requested",
            "approved",
            "rejected",
            "cancelled",
            "expired",
            "blocked",
            "committed",
            "in-review",
            "syncing",
            "healthy",
            "failed",
            "rolled-back");
    for (PromotionState state : PromotionState.values()) {
      assertThat(PromotionState.of(state.word())).contains(state);
    }
    assertThat(PromotionState.of("IN_REVIEW")).isEmpty();
  }

  /** Every state with every event: what is not in the list is refused with words. */
  @ParameterizedTest
  @CsvSource({
    "REQUESTED, vote>requested approve>approved reject>rejected cancel>cancelled expire>expired",
    "APPROVED, reject>rejected cancel>cancelled expire>expired void-approval>requested"
        + " block>blocked open-review>in-review commit>committed fail>failed",
    "REJECTED, ''",
    "CANCELLED, ''",
    "EXPIRED, ''",
    "BLOCKED, reject>rejected cancel>cancelled expire>expired void-approval>requested"
        + " resume>approved",
    "COMMITTED, sync>syncing become-healthy>healthy fail>failed roll-back>rolled-back",
    "IN_REVIEW, reject>rejected cancel>cancelled block>blocked commit>committed fail>failed",
    "SYNCING, become-healthy>healthy fail>failed roll-back>rolled-back",
    "HEALTHY, roll-back>rolled-back",
    "FAILED, roll-back>rolled-back",
    "ROLLED_BACK, ''"
  })
  void fromEachStateTheseEventsLeadOnAndAllOthersAreRefused(PromotionState state, String moves)
      throws IllegalMoveException {
    StringBuilder found = new StringBuilder();
    for (PromotionEvent event : PromotionEvent.values()) {
      if (event.leadsFrom(state)) {
        found.append(' ').append(event.word()).append('>').append(event.from(state).word());
      } else {
        assertThatThrownBy(() -> event.from(state))
            .isInstanceOf(IllegalMoveException.class)
            .hasMessageContaining(event.word())
            .hasMessageContaining(state.word());
      }
    }

    assertThat(found.toString().strip()).isEqualTo(moves);
  }

  @ParameterizedTest
  @EnumSource(PromotionState.class)
  void exactlyTheFinalStatesHaveNoWayOutAndAllOthersReachOne(PromotionState state)
      throws IllegalMoveException {
    Set<PromotionState> reached = EnumSet.of(state);
    boolean grown = true;
    while (grown) {
      Set<PromotionState> next = EnumSet.copyOf(reached);
      for (PromotionState each : reached) {
        for (PromotionEvent event : PromotionEvent.values()) {
          if (event.leadsFrom(each)) {
            next.add(event.from(each));
          }
        }
      }
      grown = reached.addAll(next);
    }

    assertThat(reached.size() == 1).isEqualTo(state.isFinal());
    assertThat(reached).anyMatch(PromotionState::isFinal);
  }

  @Test
  void everyStateCanBeReached() {
    Set<PromotionState> targets =
        Arrays.stream(PromotionEvent.values())
            .map(
                event ->
                    Arrays.stream(PromotionState.values())
                        .filter(event::leadsFrom)
                        .findAny()
                        .map(
                            state -> {
                              try {
                                return event.from(state);
                              } catch (IllegalMoveException e) {
                                throw new AssertionError(e);
                              }
                            })
                        .orElseThrow())
            .collect(Collectors.toSet());

    assertThat(targets).containsExactlyInAnyOrder(PromotionState.values());
    assertThat(EnumSet.of(HEALTHY, FAILED, REJECTED, CANCELLED, EXPIRED, ROLLED_BACK))
        .allMatch(PromotionState::isSettled);
    assertThat(EnumSet.of(REQUESTED, APPROVED, BLOCKED, COMMITTED, IN_REVIEW, SYNCING))
        .noneMatch(PromotionState::isSettled);
  }

  @Property(tries = 300)
  void noSequenceOfEventsLeavesAFinalStateOrGoesBackBehindACommit(
      @ForAll @Size(max = 40) List<PromotionEvent> events) {
    Promotion promotion = Promotions.requested();
    boolean ended = false;
    boolean committed = false;
    for (PromotionEvent event : events) {
      Promotion before = promotion;
      try {
        promotion = promotion.after(event, LATER, "");
      } catch (IllegalMoveException e) {
        assertThat(promotion).isSameAs(before);
        continue;
      }
      assertThat(ended).isFalse();
      ended = promotion.state().isFinal();
      committed |= promotion.state() == COMMITTED;
      if (committed) {
        assertThat(promotion.state()).isIn(COMMITTED, SYNCING, HEALTHY, FAILED, ROLLED_BACK);
      }
    }
  }

  @Test
  void aPromotionRemembersWhenItReachedEachStateAndWhy() throws IllegalMoveException {
    Promotion blocked =
        Promotions.requested()
            .after(PromotionEvent.APPROVE, LATER, "")
            .after(PromotionEvent.BLOCK, LATER.plusSeconds(1), "protected branch");

    assertThat(blocked.state()).isEqualTo(BLOCKED);
    assertThat(blocked.cause()).isEqualTo("protected branch");
    assertThat(blocked.since()).isEqualTo(LATER.plusSeconds(1));
    assertThat(blocked.reached())
        .containsEntry(REQUESTED, Promotions.NOW)
        .containsEntry(APPROVED, LATER)
        .hasSize(3);
    assertThat(blocked.after(PromotionEvent.RESUME, LATER, "").cause()).isEmpty();
  }

  @Test
  void aSecondVoteOfAPersonTakesThePlaceOfTheFirst() throws IllegalMoveException {
    Promotion twice =
        Promotions.requested()
            .with(Promotions.vote("ann", true))
            .with(Promotions.vote("bob", true))
            .with(Promotions.vote("ann", false));

    assertThat(twice.votes()).extracting(v -> v.by().key()).containsExactly("bob", "ann");
    assertThat(twice.votes().get(1).approves()).isFalse();
    Promotion again =
        twice
            .after(PromotionEvent.APPROVE, LATER, "")
            .withVotes(twice.votes().subList(0, 1))
            .after(PromotionEvent.VOID_APPROVAL, LATER, "bob has left the group");
    assertThat(again.votes()).isEqualTo(twice.votes().subList(0, 1));
    assertThat(again.state()).isEqualTo(REQUESTED);
    assertThat(again.since()).isEqualTo(LATER);
  }

  @Test
  void whatNeverCameOntoTheBranchCannotBeRolledBack() throws IllegalMoveException {
    Promotion failed =
        Promotions.requested()
            .after(PromotionEvent.APPROVE, LATER, "")
            .after(PromotionEvent.FAIL, LATER, "no such repository");

    assertThatThrownBy(() -> failed.after(PromotionEvent.ROLL_BACK, LATER, ""))
        .isInstanceOf(IllegalMoveException.class);
    assertThat(
            failed
                .withCommits(List.of(new Commit("deploy", "main", "c".repeat(40))))
                .withPullRequest("https://git.example.com/pr/1")
                .after(PromotionEvent.ROLL_BACK, LATER, ""))
        .extracting(Promotion::state, Promotion::pullRequest)
        .containsExactly(ROLLED_BACK, Optional.of("https://git.example.com/pr/1"));
  }

  @Test
  void theSameRequestOfAPersonIsTheSamePromotionAndNoOtherIs() {
    assertThat(Promotions.requested("dora", "key-1").id())
        .isEqualTo(Promotions.requested("dora", "key-1").id())
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
        .isNotEqualTo(Promotions.requested("dora", "key-2").id())
        .isNotEqualTo(Promotions.requested("emil", "key-1").id());
  }
}
