package io.appofapps.confluence.promotion.desk;

import io.appofapps.confluence.promotion.IllegalMoveException;
import io.appofapps.confluence.promotion.Person;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.PromotionEvent;
import io.appofapps.confluence.promotion.Request;
import io.appofapps.confluence.promotion.gate.Gate;
import io.appofapps.confluence.promotion.record.Entry;
import io.appofapps.confluence.promotion.record.SeenGate;
import io.appofapps.confluence.promotion.record.Subject;
import io.appofapps.confluence.promotion.rows.PromotionLedger;
import io.appofapps.confluence.promotion.rows.Stored;
import io.appofapps.confluence.view.Texts;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Changes promotions, tells the log in the same breath, and everybody who listens afterwards. What
 * the database throws is passed on; then nothing has happened.
 */
@Named
public class Recorder {

  private final PromotionLedger ledger;
  private final Announcer announcer;
  private final Texts texts;

  @Inject
  public Recorder(PromotionLedger ledger, Announcer announcer, Texts texts) {
    this.ledger = ledger;
    this.announcer = announcer;
    this.texts = texts;
  }

  /** A sentence as the log has it. */
  public String words(Saying saying) {
    return words(saying.text(), saying.arguments());
  }

  /** A sentence as the log has it. */
  public String words(String text, List<String> arguments) {
    return texts.get(text, arguments.toArray(Serializable[]::new));
  }

  /** Gates as the log has them. */
  public List<SeenGate> seen(List<Gate> gates) {
    return gates.stream()
        .map(
            gate ->
                new SeenGate(
                    gate.name(),
                    gate.open(),
                    gate.open() ? "" : words(gate.text(), gate.arguments())))
        .toList();
  }

  /** The promotion as it is now. */
  public Optional<Stored> find(String id) {
    return ledger.find(id);
  }

  /** Begins a promotion, unless the same request has begun it before. */
  public Stored begin(Request request, List<Gate> gates) {
    PromotionLedger.Begun begun = ledger.begin(request, seen(gates));
    if (begun.fresh()) {
      announcer.happened(begun.stored().promotion(), Entry.REQUEST, request.by());
    }
    return begun.stored();
  }

  /**
   * Something happens to a promotion.
   *
   * @param before as it was read
   * @param with the promotion with what the event brings: a vote, a commit; still in the old state
   * @param event what happens
   * @param who by whom
   * @param comment in that person's words
   * @param cause why, in the app's or the Git host's words
   * @param gates as seen now
   * @throws IllegalMoveException when it cannot happen in the state it is in
   * @throws io.appofapps.confluence.promotion.rows.OvertakenException when somebody was faster
   */
  public Stored happens(
      Stored before,
      Promotion with,
      PromotionEvent event,
      Person who,
      String comment,
      String cause,
      List<Gate> gates,
      Instant at)
      throws IllegalMoveException {
    Promotion after = with.after(event, at, cause);
    Entry entry = Entry.of(after, event.word(), who, comment, seen(gates), at);
    Stored saved = ledger.save(before, after, entry);
    announcer.happened(after, event.word(), who);
    return saved;
  }

  /** Something happens to a promotion by itself. */
  public Stored happens(
      Stored before,
      Promotion with,
      PromotionEvent event,
      String cause,
      List<Gate> gates,
      Instant at)
      throws IllegalMoveException {
    return happens(before, with, event, Person.NOBODY, "", cause, gates, at);
  }

  /** Tells the log alone: the promotion stays as it is. */
  public void told(Promotion promotion, Saying what, Instant at) {
    Promotion with = promotion.withCause(words(what));
    ledger.record(Entry.of(with, Entry.NOTE, Person.NOBODY, "", List.of(), at));
  }

  /** Something is worth telling of a promotion, which stays in its state. */
  public Stored note(Stored before, String cause, Instant at) {
    Promotion after = before.promotion().withCause(cause);
    Entry entry = Entry.of(after, Entry.NOTE, Person.NOBODY, "", List.of(), at);
    Stored saved = ledger.save(before, after, entry);
    announcer.happened(after, Entry.NOTE, Person.NOBODY);
    return saved;
  }

  /** Somebody tried something with a promotion that they may not do, or not now. */
  public void refused(Promotion promotion, Person who, Saying why, Instant at) {
    ledger.record(Entry.refused(promotion, who, words(why), at));
  }

  /** Somebody asked for something that became no promotion. */
  public void refused(
      Subject subject, Person who, String reason, List<Gate> gates, Saying why, Instant at) {
    ledger.record(
        Entry.refused(subject, Optional.empty(), who, reason, seen(gates), words(why), at));
  }
}
