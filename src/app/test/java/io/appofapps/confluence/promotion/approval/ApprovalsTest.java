package io.appofapps.confluence.promotion.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.promotion.Person;
import io.appofapps.confluence.promotion.Promotions;
import io.appofapps.confluence.promotion.Request;
import io.appofapps.confluence.promotion.Vote;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ApprovalsTest {

  private static final Request REQUEST = Promotions.request("dora", "key-1");
  private static final Instant NOW = REQUEST.at().plusSeconds(60);
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final ApprovalRule TWO_OF_LEADS =
      new ApprovalRule(2, List.of("leads"), List.of("release", "role:ops"), true, A_DAY, false);
  private static final Standing LEAD = new Standing(true, Set.of("leads"), Set.of(), false);

  private final Map<String, Standing> standings = new HashMap<>();

  private static Vote vote(String by, boolean approves) {
    return new Vote(
        new Person(by, by, List.of("leads")), approves, "", REQUEST.digest(), NOW.minusSeconds(1));
  }

  private Judgement judge(ApprovalRule rule, Vote... votes) {
    return judge(rule, NOW, votes);
  }

  private Judgement judge(ApprovalRule rule, Instant now, Vote... votes) {
    return Approvals.judge(
        rule,
        REQUEST,
        List.of(votes),
        now,
        person -> standings.getOrDefault(person.key(), Standing.NONE));
  }

  private static List<Weight> weights(Judgement judgement) {
    return judgement.votes().stream().map(Judgement.Weighed::weight).toList();
  }

  @Test
  void itIsApprovedOnceAsManyAsTheRuleAsksForHaveAgreed() {
    standings.putAll(Map.of("anna", LEAD, "ben", LEAD));
    Judgement one = judge(TWO_OF_LEADS, vote("anna", true));
    assertThat(one.given()).isEqualTo(1);
    assertThat(one.missing()).isEqualTo(1);
    assertThat(one.approved()).isFalse();
    Judgement two = judge(TWO_OF_LEADS, vote("anna", true), vote("ben", true));
    assertThat(two.missing()).isZero();
    assertThat(two.approved()).isTrue();
    assertThat(two.counting()).hasSize(2);
  }

  @Test
  void aRuleThatAsksForNobodyApprovesAtOnce() {
    ApprovalRule nobody = new ApprovalRule(0, List.of(), List.of(), true, A_DAY, false);
    assertThat(judge(nobody).approved()).isTrue();
  }

  @Test
  void theApprovalOfACopilotCountsForNothing() {
    standings.put("anna", LEAD);
    Vote byCopilot =
        new Vote(
            new Person("anna", "anna", List.of("leads"), "Rovo"),
            true,
            "",
            REQUEST.digest(),
            NOW.minusSeconds(1));
    assertThat(weights(judge(TWO_OF_LEADS, byCopilot))).containsExactly(Weight.NOT_ENTITLED);
    assertThat(weights(judge(TWO_OF_LEADS, vote("anna", true)))).containsExactly(Weight.COUNTS);
  }

  @Test
  void theApprovalOfThePersonWhoAskedDoesNotCountWhereFourEyesAreNeeded() {
    String requester = REQUEST.by().key();
    standings.put(requester, LEAD);
    assertThat(weights(judge(TWO_OF_LEADS, vote(requester, true))))
        .containsExactly(Weight.REQUESTER);
    assertThat(weights(judge(TWO_OF_LEADS, vote(requester, false)))).containsExactly(Weight.COUNTS);
    ApprovalRule twoEyes = new ApprovalRule(1, List.of("leads"), List.of(), false, A_DAY, false);
    assertThat(judge(twoEyes, vote(requester, true)).approved()).isTrue();
  }

  @Test
  void aVoteIsWorthNothingOnceThePersonHasLeftTheGroupOrTheHouse() {
    standings.put("anna", new Standing(true, Set.of("staff"), Set.of(), true));
    standings.put("ben", new Standing(false, Set.of("leads"), Set.of("release"), true));
    Judgement judged = judge(TWO_OF_LEADS, vote("anna", true), vote("ben", true));
    assertThat(weights(judged)).containsExactly(Weight.NOT_ENTITLED, Weight.GONE);
    assertThat(judged.given()).isZero();
  }

  @Test
  void rolesInArgoCdEntitleLikeGroups() {
    standings.put("anna", new Standing(true, Set.of(), Set.of("release"), false));
    standings.put("ben", new Standing(true, Set.of(), Set.of("role:ops"), false));
    assertThat(judge(TWO_OF_LEADS, vote("anna", true), vote("ben", true)).approved()).isTrue();
  }

  @Test
  void withoutGroupsAndRolesThoseMayApproveWhoMaySyncTheTarget() {
    standings.put("anna", new Standing(true, Set.of("leads"), Set.of("release"), false));
    standings.put("ben", new Standing(true, Set.of(), Set.of(), true));
    assertThat(weights(judge(ApprovalRule.DEFAULT, vote("anna", true), vote("ben", true))))
        .containsExactly(Weight.NOT_ENTITLED, Weight.COUNTS);
  }

  @Test
  void aVoteForAnotherPlanIsWorthNothing() {
    standings.put("anna", LEAD);
    Vote old = new Vote(new Person("anna", "Anna", List.of()), true, "", "0000", NOW);
    assertThat(weights(judge(TWO_OF_LEADS, old))).containsExactly(Weight.OTHER_PLAN);
  }

  @Test
  void theLastVoteOfAPersonIsTheirs() {
    standings.put("anna", LEAD);
    Judgement judged = judge(TWO_OF_LEADS, vote("anna", true), vote("anna", false));
    assertThat(weights(judged)).containsExactly(Weight.REPLACED, Weight.COUNTS);
    assertThat(judged.given()).isZero();
    assertThat(judged.rejected()).isTrue();
  }

  @Test
  void whoMayNotApproveMayNotRejectEither() {
    standings.put("anna", new Standing(true, Set.of("staff"), Set.of(), true));
    assertThat(judge(TWO_OF_LEADS, vote("anna", false)).rejected()).isFalse();
  }

  @Test
  void aRequestExpiresAtTheMomentThatTheRuleSays() {
    standings.putAll(Map.of("anna", LEAD, "ben", LEAD));
    Vote[] votes = {vote("anna", true), vote("ben", true)};
    Instant end = REQUEST.at().plus(A_DAY);
    assertThat(judge(TWO_OF_LEADS, end.minusMillis(1), votes).approved()).isTrue();
    Judgement late = judge(TWO_OF_LEADS, end, votes);
    assertThat(late.expires()).isEqualTo(end);
    assertThat(late.expired()).isTrue();
    assertThat(late.approved()).isFalse();
  }

  @Provide
  static Arbitrary<List<Vote>> votes() {
    return Combinators.combine(
            Arbitraries.of("anna", "ben", "cleo", "", REQUEST.by().key()),
            Arbitraries.of(true, true, false),
            Arbitraries.of(REQUEST.digest(), "0000"))
        .as(
            (by, approves, digest) ->
                new Vote(new Person(by, by, List.of()), approves, "", digest, NOW))
        .list()
        .ofMaxSize(8);
  }

  /** Against people, not votes: who agrees is worked out again, by another way. */
  @Property(tries = 300)
  void exactlyThePeopleCountWhoseLastWordIsYesToThisPlanAndWhoMay(
      @ForAll("votes") List<Vote> votes, @ForAll boolean benLeft, @ForAll boolean fourEyes) {
    ApprovalRule rule = new ApprovalRule(2, List.of("leads"), List.of(), fourEyes, A_DAY, false);
    Map<String, Vote> last = new HashMap<>();
    votes.forEach(each -> last.put(each.by().key(), each));
    Set<String> mayNot = benLeft ? Set.of("ben") : Set.of();
    Set<String> expected =
        last.values().stream()
            .filter(Vote::approves)
            .filter(each -> each.digest().equals(REQUEST.digest()))
            .map(each -> each.by().key())
            .filter(key -> !key.isEmpty() && !mayNot.contains(key))
            .filter(key -> !fourEyes || !key.equals(REQUEST.by().key()))
            .collect(Collectors.toSet());
    Judgement judged =
        Approvals.judge(
            rule,
            REQUEST,
            new ArrayList<>(votes),
            NOW,
            person -> mayNot.contains(person.key()) ? Standing.NONE : LEAD);
    assertThat(
            judged.counting().stream()
                .filter(Vote::approves)
                .map(each -> each.by().key())
                .collect(Collectors.toList()))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(judged.given()).isEqualTo(expected.size());
  }
}
