package io.appofapps.confluence.promotion.record;

import io.appofapps.confluence.promotion.Commit;
import io.appofapps.confluence.promotion.Person;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.PromotionEvent;
import io.appofapps.confluence.promotion.Request;
import io.appofapps.confluence.promotion.Vote;
import io.appofapps.confluence.promotion.gate.Freeze;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * One line of the log: something that happened to a promotion, or an attempt that was refused.
 *
 * <p>Reason, comment and cause are cut after 4,000 characters.
 *
 * @param at when, to the millisecond
 * @param promotion its id; empty when it was refused before there was one
 * @param event {@code request}, a {@link PromotionEvent#word()}, {@code refused}, {@code note},
 *     {@code freeze}, {@code lift} or {@code checkpoint}
 * @param outcome word of the state after it; {@code refused} for what changed nothing; {@code
 *     frozen} and {@code lifted}; empty for a checkpoint
 * @param who who did it, with name and groups then; {@link Person#NOBODY} for the app itself
 * @param approvers those whose approval counts at that moment
 * @param reason why it was asked for, in the requester's words
 * @param comment of who did this, may be empty
 * @param gates as seen at that moment, empty where none were looked at
 * @param commits what is on the branch
 * @param pullRequest its address, or empty
 * @param rollsBack id of the promotion that this one takes back, or empty
 * @param cause why it came out so: words of the app or of the Git host
 * @param removed for a checkpoint, the last of the rows that it stands for
 */
public record Entry(
    Instant at,
    String promotion,
    String event,
    String outcome,
    Person who,
    Subject subject,
    List<Person> approvers,
    String reason,
    String comment,
    List<SeenGate> gates,
    List<Commit> commits,
    String pullRequest,
    String rollsBack,
    String cause,
    Optional<Head> removed) {

  /** Event of the first entry of a promotion. */
  public static final String REQUEST = "request";

  /** Event and outcome of an attempt that changed nothing. */
  public static final String REFUSED = "refused";

  /** Event of something worth telling that changes no state: the Git host does not answer. */
  public static final String NOTE = "note";

  /** Event of the entry that stands for older ones, which are removed. */
  public static final String CHECKPOINT = "checkpoint";

  /** Event of a freeze. */
  public static final String FREEZE = "freeze";

  /** Event of its end. */
  public static final String LIFT = "lift";

  private static final int LONGEST_TEXT = 4_000;

  public Entry {
    at = at.truncatedTo(ChronoUnit.MILLIS);
    reason = cut(reason);
    comment = cut(comment);
    cause = cut(cause);
    approvers = List.copyOf(approvers);
    gates = List.copyOf(gates);
    commits = List.copyOf(commits);
  }

  /**
   * What happened to a promotion.
   *
   * @param after the promotion after it
   * @param event the event's word
   */
  public static Entry of(
      Promotion after, String event, Person who, String comment, List<SeenGate> gates, Instant at) {
    return new Entry(
        at,
        after.id(),
        event,
        after.state().word(),
        who,
        Subject.of(after.request()),
        after.votes().stream().filter(Vote::approves).map(Vote::by).toList(),
        after.request().reason(),
        comment,
        gates,
        after.commits(),
        after.pullRequest().orElse(""),
        after.request().rollsBack().orElse(""),
        after.cause(),
        Optional.empty());
  }

  /** An event of the state machine that has happened to a promotion. */
  public static Entry of(Promotion after, PromotionEvent event, Person who, Instant at) {
    return of(after, event.word(), who, "", List.of(), at);
  }

  /** What somebody tried to do with a promotion and may not, or cannot now. */
  public static Entry refused(Promotion promotion, Person who, String cause, Instant at) {
    return refused(
        Subject.of(promotion.request()),
        Optional.of(promotion.id()),
        who,
        promotion.request().reason(),
        List.of(),
        cause,
        at);
  }

  /** A request that became no promotion. */
  public static Entry refused(Request request, List<SeenGate> gates, String cause, Instant at) {
    return refused(
        Subject.of(request), Optional.empty(), request.by(), request.reason(), gates, cause, at);
  }

  /** An attempt that changed nothing, of which only this much is known. */
  public static Entry refused(
      Subject subject,
      Optional<String> promotion,
      Person who,
      String reason,
      List<SeenGate> gates,
      String cause,
      Instant at) {
    return new Entry(
        at,
        promotion.orElse(""),
        REFUSED,
        REFUSED,
        who,
        subject,
        List.of(),
        reason,
        "",
        gates,
        List.of(),
        "",
        "",
        cause,
        Optional.empty());
  }

  /** Somebody has stopped the line. */
  public static Entry frozen(Freeze freeze) {
    return freeze(freeze.scope(), FREEZE, "frozen", freeze.by(), freeze.reason(), freeze.since());
  }

  /** Somebody has lifted a freeze. */
  public static Entry lifted(Freeze freeze, Person who, Instant at) {
    return freeze(freeze.scope(), LIFT, "lifted", who, freeze.reason(), at);
  }

  private static Entry freeze(
      Freeze.Scope scope, String event, String outcome, Person who, String reason, Instant at) {
    return new Entry(
        at,
        "",
        event,
        outcome,
        who,
        Subject.of(scope),
        List.of(),
        reason,
        "",
        List.of(),
        List.of(),
        "",
        "",
        "",
        Optional.empty());
  }

  /**
   * All rows up to one are removed, because they are older than they are to be kept.
   *
   * @param cause the policy, in words
   */
  public static Entry checkpoint(Head removed, String cause, Instant at) {
    return new Entry(
        at,
        "",
        CHECKPOINT,
        "",
        Person.NOBODY,
        Subject.NONE,
        List.of(),
        "",
        "",
        List.of(),
        List.of(),
        "",
        "",
        cause,
        Optional.of(removed));
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(LONGEST_TEXT, text.length()));
  }
}
