package io.appofapps.confluence.view.frame;

import io.appofapps.confluence.sight.Look;
import io.appofapps.confluence.view.Reader;
import io.appofapps.confluence.view.body.Face;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Draws blocks, and remembers the latest drawings by what was asked and for whom. Bounded: those
 * nobody asked for longest go first. Losing one costs time, never correctness.
 */
@Named
public class BlockDrawings {

  private static final int MOST_DRAWINGS = 256;
  private static final long MOST_CHARACTERS = 32_000_000;

  /** What was drawn, how, and for those who see what: a drawing never leaves these. */
  private record Key(
      String block,
      Parameters parameters,
      Face face,
      Reader reader,
      Look.Audience audience,
      Object scope) {}

  private static final class Slot {
    private DrawnBlock drawn;
    private int weight;
  }

  private final int mostDrawings;
  private final long mostWeight;
  private final Map<Key, Slot> slots = new LinkedHashMap<>(16, 0.75f, true);
  private long weight;

  @Inject
  public BlockDrawings() {
    this(MOST_DRAWINGS, MOST_CHARACTERS);
  }

  BlockDrawings(int mostDrawings, long mostWeight) {
    this.mostDrawings = mostDrawings;
    this.mostWeight = mostWeight;
  }

  /** The drawing of that answer; at least as new as its snapshot. */
  public DrawnBlock draw(Block block, Question question, Answer.Shown shown) {
    Key key =
        new Key(
            block.name(),
            question.parameters(),
            question.face(),
            question.reader(),
            shown.audience(),
            shown.scope());
    return update(key, last -> step(last, question, shown));
  }

  private static DrawnBlock step(DrawnBlock last, Question question, Answer.Shown shown) {
    long revision = shown.snapshot().revision();
    if (last == null) {
      return DrawnBlock.first(shown.facts(), content(question, shown), revision, question.face());
    }
    if (last.revision() > revision) {
      return last;
    }
    return last.shows(shown.facts())
        ? last.at(revision)
        : last.next(shown.facts(), content(question, shown), revision, question.face());
  }

  /** Paper gets all rows, a page those it starts with until it asks for all. */
  private static Content content(Question question, Answer.Shown shown) {
    Content whole = shown.content().get();
    return question.face() == Face.PAGE && !question.parameters().whole() ? whole.first() : whole;
  }

  /** Those who ask for the same drawing wait for each other, others do not. */
  private DrawnBlock update(Key key, UnaryOperator<DrawnBlock> step) {
    Slot slot = slot(key);
    DrawnBlock drawn;
    synchronized (slot) {
      drawn = step.apply(slot.drawn);
      slot.drawn = drawn;
    }
    weigh(key, slot, drawn.weight());
    return drawn;
  }

  private synchronized Slot slot(Key key) {
    return slots.computeIfAbsent(key, ignored -> new Slot());
  }

  private synchronized void weigh(Key key, Slot slot, int now) {
    if (slots.get(key) != slot) {
      return;
    }
    weight += now - slot.weight;
    slot.weight = now;
    Iterator<Map.Entry<Key, Slot>> oldest = slots.entrySet().iterator();
    while ((slots.size() > mostDrawings || weight > mostWeight) && slots.size() > 1) {
      weight -= oldest.next().getValue().weight;
      oldest.remove();
    }
  }

  synchronized int size() {
    return slots.size();
  }
}
