package io.appofapps.confluence.promotion.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appofapps.confluence.promotion.Commit;
import io.appofapps.confluence.promotion.IllegalMoveException;
import io.appofapps.confluence.promotion.Person;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.PromotionEvent;
import io.appofapps.confluence.promotion.PromotionState;
import io.appofapps.confluence.promotion.Promotions;
import io.appofapps.confluence.promotion.gate.Freeze;
import io.appofapps.confluence.promotion.plan.RepositoryFiles;
import io.appofapps.confluence.promotion.record.Entries;
import io.appofapps.confluence.promotion.record.Entry;
import io.appofapps.confluence.promotion.record.LogFilter;
import io.appofapps.confluence.promotion.record.LogRow;
import io.appofapps.confluence.promotion.record.SeenGate;
import io.appofapps.confluence.promotion.record.Verification;
import io.appofapps.confluence.promotion.record.Verification.Flaw;
import io.appofapps.confluence.state.rows.TestActiveObjects;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the rows of promotions and of their log promise, whatever the database. */
abstract class PromotionContract {

  private static final Instant LATER = Promotions.NOW.plusSeconds(60);

  private final AtomicBoolean sinkFails = new AtomicBoolean();
  private TestActiveObjects ao;
  private PromotionLedger here;
  private PromotionLedger there;
  private PromotionChain chain;

  /** Active Objects on an empty database. */
  abstract TestActiveObjects database() throws Exception;

  @BeforeEach
  void open() throws Exception {
    ao = database();
    PromotionTables.create(ao);
    here = new PromotionLedger(ao, this::tell);
    there = new PromotionLedger(ao, this::tell);
    chain = new PromotionChain(ao, this::tell);
  }

  private void tell(LogRow row) {
    if (sinkFails.get()) {
      throw new IllegalStateException("the audit log is away after " + row.entry().event());
    }
  }

  @AfterEach
  void close() {
    ao.close();
  }

  private static Stored step(
      PromotionLedger ledger, Stored before, PromotionEvent event, String person) {
    try {
      Promotion after = before.promotion().after(event, LATER, "");
      return ledger.save(before, after, Entry.of(after, event, Promotions.person(person), LATER));
    } catch (IllegalMoveException e) {
      throw new AssertionError(e);
    }
  }

  private <T> List<Future<T>> atOnce(List<Callable<T>> works) throws InterruptedException {
    CyclicBarrier start = new CyclicBarrier(works.size());
    ExecutorService threads = Executors.newFixedThreadPool(works.size());
    try {
      List<Future<T>> results = new ArrayList<>();
      for (Callable<T> work : works) {
        results.add(
            threads.submit(
                () -> {
                  start.await(20, TimeUnit.SECONDS);
                  return work.call();
                }));
      }
      threads.shutdown();
      assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aPromotionIsReadOnTheOtherNodeAsItWasWritten() throws Exception {
    Stored begun =
        here.begin(Promotions.request("dora", "key-1"), List.of(new SeenGate("freeze", true, "")))
            .stored();
    Promotion rich =
        begun
            .promotion()
            .with(Promotions.vote("ann", true))
            .after(PromotionEvent.APPROVE, LATER, "\u00e4\ud83d\ude80")
            .withCommits(List.of(new Commit("deploy", "main", "c".repeat(40))))
            .withPullRequest("https://git.example.com/pr/1");
    Stored saved =
        here.save(
            begun,
            rich,
            Entry.of(rich, "approve", Promotions.person("ann"), "fine", List.of(), LATER));

    assertThat(there.find(rich.id())).contains(saved).contains(new Stored(rich, 2));
    assertThat(there.open()).containsExactly(saved);
    assertThat(there.find("another")).isEmpty();
    List<LogRow> log = there.log(LogFilter.of(rich.id()), 0, 10).rows();
    assertThat(log).extracting(row -> row.entry().event()).containsExactly("request", "approve");
    assertThat(log.get(0).entry())
        .isEqualTo(
            Entry.of(
                begun.promotion(),
                Entry.REQUEST,
                Promotions.person("dora"),
                "",
                List.of(new SeenGate("freeze", true, "")),
                Promotions.NOW));
    assertThat(log.get(1).entry().approvers()).containsExactly(Promotions.person("ann"));
    assertThat(chain.verify().valid()).isTrue();
  }

  @Test
  void theSameRequestInTwoTabsOnTwoNodesIsOnePromotion() throws Exception {
    List<Future<PromotionLedger.Begun>> both =
        atOnce(
            List.of(
                () -> here.begin(Promotions.request("dora", "key-1"), List.of()),
                () -> there.begin(Promotions.request("dora", "key-1"), List.of())));

    assertThat(both.get(0).get().stored()).isEqualTo(both.get(1).get().stored());
    assertThat(both.get(0).get().fresh()).isNotEqualTo(both.get(1).get().fresh());
    assertThat(here.begin(Promotions.request("dora", "key-1"), List.of()).fresh()).isFalse();
    assertThat(here.begin(Promotions.request("dora", "key-2"), List.of()).fresh()).isTrue();
    assertThat(here.begin(Promotions.request("emil", "key-1"), List.of()).fresh()).isTrue();
    assertThat(here.log(LogFilter.ALL, 0, 10).rows()).hasSize(3);
    assertThat(chain.verify().valid()).isTrue();
  }

  @Test
  void ofApproveAndRejectAtOnceOneWinsAndTheOtherIsTold() throws Exception {
    Stored asked = here.begin(Promotions.request("dora", "key-1"), List.of()).stored();

    List<Future<Object>> both =
        atOnce(
            List.of(
                () -> attempt(here, asked, PromotionEvent.APPROVE),
                () -> attempt(there, asked, PromotionEvent.REJECT)));

    List<Object> results = List.of(both.get(0).get(), both.get(1).get());
    Stored won =
        (Stored) results.stream().filter(Stored.class::isInstance).findFirst().orElseThrow();
    OvertakenException lost =
        (OvertakenException)
            results.stream().filter(OvertakenException.class::isInstance).findFirst().orElseThrow();
    assertThat(lost.current()).contains(won);
    assertThat(lost).hasMessageContaining(won.promotion().state().word());
    assertThat(here.find(asked.promotion().id())).contains(won);
    assertThat(here.log(LogFilter.ALL, 0, 10).rows()).hasSize(2);
    assertThat(chain.verify().valid()).isTrue();
  }

  private static Object attempt(PromotionLedger ledger, Stored asked, PromotionEvent event) {
    try {
      return step(ledger, asked, event, "ann");
    } catch (OvertakenException e) {
      return e;
    }
  }

  @Test
  void manyThatAppendAtOnceMakeOneChain() throws Exception {
    List<Callable<Long>> works =
        IntStream.range(0, 6)
            .<Callable<Long>>mapToObj(
                i ->
                    () -> {
                      PromotionLedger node = i % 2 == 0 ? here : there;
                      for (int j = 0; j < 5; j++) {
                        node.record(Entries.note("\ud83d\ude80 " + i + " " + j));
                      }
                      return 0L;
                    })
            .toList();
    for (Future<Long> each : atOnce(works)) {
      each.get();
    }

    Verification found = chain.verify();
    assertThat(found.valid()).isTrue();
    assertThat(found.rows()).isEqualTo(30);
    assertThat(here.log(LogFilter.ALL, 0, 100).rows())
        .extracting(row -> row.entry().cause())
        .doesNotHaveDuplicates();
  }

  @Test
  void whenTheAuditSinkRefusesNothingHappens() {
    Stored asked = here.begin(Promotions.request("dora", "key-1"), List.of()).stored();
    sinkFails.set(true);

    assertThatThrownBy(() -> step(here, asked, PromotionEvent.APPROVE, "ann"))
        .hasMessageContaining("audit log is away");
    assertThatThrownBy(() -> here.begin(Promotions.request("dora", "key-2"), List.of()))
        .hasMessageContaining("audit log is away");

    assertThat(here.find(asked.promotion().id())).contains(asked);
    assertThat(here.open()).hasSize(1);
    assertThat(chain.verify().rows()).isEqualTo(1);
    sinkFails.set(false);
    assertThat(step(here, asked, PromotionEvent.APPROVE, "ann").version()).isEqualTo(2);
  }

  @Test
  void aRowAlteredByHandIsFoundLoudly() {
    IntStream.range(0, 8).forEach(i -> here.record(Entries.note("entry " + i)));
    ao.execute(
        "update "
            + table("PROMOTION_LOG_ROW")
            + " set \"PERSON_KEY\" = 'eve'"
            + " where \"SEQUENCE_NUMBER\" = 3");
    assertBroken(3, Flaw.ALTERED);
    ao.execute(
        "update "
            + table("PROMOTION_LOG_ROW")
            + " set \"PERSON_KEY\" = 'dora'"
            + " where \"SEQUENCE_NUMBER\" = 3");
    assertThat(chain.verify().valid()).isTrue();
    ao.execute(
        "update "
            + table("PROMOTION_LOG_ROW")
            + " set \"DOCUMENT\" = replace(\"DOCUMENT\", 'entry 4', 'entry 9')"
            + " where \"SEQUENCE_NUMBER\" = 5");
    assertBroken(5, Flaw.ALTERED);
  }

  @Test
  void rowsRemovedByHandAreFoundInTheMiddleAndAtTheEnd() {
    IntStream.range(0, 8).forEach(i -> here.record(Entries.note("entry " + i)));
    ao.execute("delete from " + table("PROMOTION_LOG_ROW") + " where \"SEQUENCE_NUMBER\" >= 7");
    assertBroken(7, Flaw.CUT);
    ao.execute("delete from " + table("PROMOTION_LOG_ROW") + " where \"SEQUENCE_NUMBER\" = 2");
    assertBroken(2, Flaw.REMOVED);
    ao.execute("delete from " + table("PROMOTION_LOG_ROW"));
    assertBroken(1, Flaw.CUT);
  }

  private void assertBroken(long at, Flaw flaw) {
    Verification found = chain.verify();
    assertThat(found.flaw()).isEqualTo(flaw);
    assertThat(found.firstBroken()).hasValue(at);
  }

  /** The library on H2 and PostgreSQL keeps names as they are, in the schema that it was given. */
  private static String table(String name) {
    return "\"" + name + "\"";
  }

  @Test
  void oldRowsGoBehindACheckpointAndTheRestStaysVerifiable() throws Exception {
    Stored old = here.begin(Promotions.request("dora", "key-1"), List.of()).stored();
    step(here, old, PromotionEvent.REJECT, "ann");
    IntStream.range(0, 4).forEach(i -> here.record(Entries.note("old")));
    Instant cut = Promotions.NOW.plus(Duration.ofDays(1));
    Instant now = cut.plus(Duration.ofDays(90));
    Promotion young =
        Promotion.requested(Promotions.request("emil", "key-2"))
            .after(PromotionEvent.CANCEL, now, "");
    here.record(Entry.of(young, PromotionEvent.CANCEL, Person.NOBODY, now));

    assertThat(chain.prune(cut, "kept for 90 days", now)).isEqualTo(6);

    assertThat(chain.verify().valid()).isTrue();
    assertThat(chain.verify().rows()).isEqualTo(2);
    assertThat(here.find(old.promotion().id())).isEmpty();
    assertThat(here.log(LogFilter.ALL, 0, 10).rows())
        .extracting(row -> row.entry().event())
        .containsExactly("cancel", "checkpoint");
    assertThat(chain.prune(cut, "kept for 90 days", now)).isZero();
    assertThat(chain.verify().rows()).isEqualTo(2);
    ao.execute("delete from " + table("PROMOTION_LOG_ROW") + " where \"SEQUENCE_NUMBER\" = 7");
    assertBroken(7, Flaw.REMOVED);
  }

  @Test
  void aPruningThatWasBrokenOffIsNoFaultAndIsFinishedByTheNext() {
    IntStream.range(0, 5).forEach(i -> here.record(Entries.note("old")));
    Instant now = Promotions.NOW.plus(Duration.ofDays(2));
    chain.prune(now.minus(Duration.ofDays(1)), "kept for a day", now);
    here.record(Entry.refused(Promotions.requested(), Person.NOBODY, "no", now));

    assertThat(chain.verify().valid()).isTrue();
    assertThat(here.log(LogFilter.ALL, 0, 10).rows()).hasSize(2);
    chain.prune(now.plusSeconds(1), "kept for a second", now.plusSeconds(2));
    assertThat(chain.verify().valid()).isTrue();
    assertThat(here.log(LogFilter.ALL, 0, 10).rows())
        .extracting(row -> row.entry().event())
        .containsExactly("checkpoint");
    assertThat(chain.prune(now.plusSeconds(5), "kept for a second", now.plusSeconds(9))).isZero();
  }

  @Test
  void promotionsAndEntriesAreFoundByWhatIsAskedForPageByPage() {
    for (int i = 0; i < 7; i++) {
      Stored asked =
          here.begin(Promotions.request(i % 2 == 0 ? "dora" : "emil", "key-" + i), List.of())
              .stored();
      if (i < 3) {
        step(here, asked, PromotionEvent.APPROVE, "ann");
      }
    }
    LogFilter approved = filter(Optional.empty(), Optional.of("approved"));
    LogFilter emil = filter(Optional.of("emil"), Optional.empty());

    assertThat(all(approved)).hasSize(3).allMatch(PromotionState.APPROVED::equals);
    assertThat(all(emil)).hasSize(3);
    assertThat(all(LogFilter.ALL)).hasSize(7);
    assertThat(here.log(approved, 0, 100).rows())
        .extracting(row -> row.entry().who().key())
        .containsExactly("ann", "ann", "ann");
    LogPage first = here.log(LogFilter.ALL, 0, 6);
    LogPage second = here.log(LogFilter.ALL, first.next(), 6);
    assertThat(first.rows()).hasSize(6);
    assertThat(second.rows()).hasSize(4);
    assertThat(second.next()).isZero();
    assertThat(here.log(filter(Optional.of("nobody"), Optional.empty()), 0, 10).rows()).isEmpty();
  }

  private List<PromotionState> all(LogFilter filter) {
    List<PromotionState> states = new ArrayList<>();
    Optional<PromotionPage.Place> place = Optional.empty();
    do {
      PromotionPage page = here.promotions(filter, place, 2);
      page.promotions().forEach(stored -> states.add(stored.promotion().state()));
      place = page.next();
    } while (place.isPresent());
    return states;
  }

  private static LogFilter filter(Optional<String> person, Optional<String> state) {
    return new LogFilter(
        Optional.of("shop"),
        Optional.of("checkout"),
        Optional.of("prod"),
        person,
        state,
        Optional.empty(),
        Optional.of(Promotions.NOW),
        Optional.of(LATER.plusSeconds(1)));
  }

  @Test
  void oneNodeDrivesAPromotionAndAnotherTakesOverWhenItDies() throws Exception {
    PromotionLeases leases = new PromotionLeases(ao);
    Duration length = Duration.ofSeconds(30);
    List<Callable<Boolean>> nodes =
        IntStream.range(0, 5)
            .<Callable<Boolean>>mapToObj(
                i -> () -> leases.take("p", "node-" + i, Promotions.NOW, length))
            .toList();
    List<Integer> winners = new ArrayList<>();
    List<Future<Boolean>> results = atOnce(nodes);
    for (int i = 0; i < results.size(); i++) {
      if (results.get(i).get()) {
        winners.add(i);
      }
    }
    assertThat(winners).hasSize(1);
    String winner = "node-" + winners.get(0);

    assertThat(leases.take("p", winner, Promotions.NOW.plusSeconds(20), length)).isTrue();
    assertThat(leases.take("p", "late", Promotions.NOW.plusSeconds(40), length)).isFalse();
    assertThat(leases.take("q", "late", Promotions.NOW, length)).isTrue();
    assertThat(leases.take("p", "late", Promotions.NOW.plusSeconds(51), length)).isTrue();
    assertThat(leases.take("p", winner, Promotions.NOW.plusSeconds(52), length)).isFalse();
    leases.release("p", winner);
    assertThat(leases.take("p", winner, Promotions.NOW.plusSeconds(52), length)).isFalse();
    leases.release("p", "late");
    assertThat(leases.take("p", winner, Promotions.NOW.plusSeconds(52), length)).isTrue();
  }

  @Test
  void whileTheDatabaseIsAwayNothingHappens() {
    ao.away.set(true);
    assertThatThrownBy(() -> here.begin(Promotions.request("dora", "key-1"), List.of()))
        .hasMessageContaining("away");
    ao.away.set(false);

    assertThat(here.open()).isEmpty();
    assertThat(chain.verify().rows()).isZero();
  }

  @Test
  void ofTwoWhoFreezeTheSameAtOnceOneIsInTheLogAndBothSeeIt() throws Exception {
    PromotionFreezes ours = new PromotionFreezes(ao, this::tell);
    PromotionFreezes theirs = new PromotionFreezes(ao, this::tell);
    Freeze.Scope shop = new Freeze.Scope.OfSet("shop");
    List<Future<Freeze>> results =
        atOnce(
            List.of(
                () -> ours.freeze(freeze(shop, "ann", "incident 1")),
                () -> theirs.freeze(freeze(shop, "bob", "incident 2"))));

    Freeze inForce = ours.all().get(0);
    assertThat(theirs.all()).containsExactly(inForce);
    assertThat(results.get(0).get()).isEqualTo(inForce);
    assertThat(results.get(1).get()).isEqualTo(inForce);
    assertThat(chain.verify().rows()).isEqualTo(1);
    assertThat(chain.verify().valid()).isTrue();
  }

  @Test
  void aFreezeIsLiftedOnceAndTheLogNamesWhatItHeld() {
    PromotionFreezes freezes = new PromotionFreezes(ao, this::tell);
    Freeze.Scope project = new Freeze.Scope.OfProject("main", "pay/ments");
    freezes.freeze(freeze(project, "ann", "\u00e4\ud83d\ude80 incident"));
    freezes.freeze(freeze(new Freeze.Scope.OfSet("main"), "ann", "other"));

    assertThat(freezes.lift(project, Promotions.person("bob"), LATER)).isPresent();
    assertThat(freezes.lift(project, Promotions.person("bob"), LATER)).isEmpty();

    assertThat(freezes.all())
        .extracting(Freeze::scope)
        .containsExactly(new Freeze.Scope.OfSet("main"));
    List<LogRow> rows = here.log(LogFilter.ALL, 0, 10).rows();
    assertThat(rows)
        .extracting(row -> row.entry().event() + " " + row.entry().subject().project())
        .containsExactly("freeze main/pay/ments", "freeze ", "lift main/pay/ments");
    assertThat(rows.get(2).entry().reason()).isEqualTo("\u00e4\ud83d\ude80 incident");
    assertThat(chain.verify().valid()).isTrue();
  }

  @Test
  void aFreezeThatTheAuditLogRefusesIsNone() {
    PromotionFreezes freezes = new PromotionFreezes(ao, this::tell);
    sinkFails.set(true);

    assertThatThrownBy(
            () -> freezes.freeze(freeze(new Freeze.Scope.OfSet("shop"), "ann", "incident")))
        .isInstanceOf(IllegalStateException.class);

    assertThat(freezes.all()).isEmpty();
  }

  private static Freeze freeze(Freeze.Scope scope, String by, String reason) {
    return new Freeze(scope, Promotions.person(by), reason, Promotions.NOW);
  }

  @Test
  void anAttemptIsReadByTheNextNodeAsItWasLeft() {
    PromotionAttempts attempts = new PromotionAttempts(ao);
    RepositoryFiles.Commit base =
        new RepositoryFiles.Commit("apps", "https://git.example.com/apps", "main", "b".repeat(40));
    assertThat(attempts.find("p-1")).isEmpty();
    attempts.save("p-1", new Attempt(base, true, 0, Instant.EPOCH));
    Attempt later = new Attempt(base, false, 3, Promotions.NOW);
    attempts.save("p-1", later);

    assertThat(new PromotionAttempts(ao).find("p-1")).contains(later);

    attempts.forget("p-1");
    assertThat(attempts.find("p-1")).isEmpty();
  }

  @Test
  void theCopilotThatAskedIsKeptAndPartOfTheHash() throws Exception {
    Person dora = new Person("dora", "Dora", List.of("developers"), "Rovo");
    Promotion requested = Promotions.requested();
    here.record(Entry.of(requested, Entry.REQUEST, dora, "", List.of(), LATER));

    assertThat(here.log(LogFilter.ALL, 0, 10).rows().get(0).entry().who()).isEqualTo(dora);
    assertThat(chain.verify().valid()).isTrue();
    ao.execute(
        "update "
            + table("PROMOTION_LOG_ROW")
            + " set \"DOCUMENT\" = replace(\"DOCUMENT\", 'Rovo', 'Nemo')");
    assertThat(chain.verify().valid()).isFalse();
  }
}
