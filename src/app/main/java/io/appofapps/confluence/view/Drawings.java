package io.appofapps.confluence.view;

import io.appofapps.confluence.sight.Look;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The latest drawings, by what was asked and for whom. Bounded: those nobody asked for longest go
 * first. Losing one costs time, never correctness.
 */
final class Drawings {

  /** What was drawn, how, for whom, and for those who see what: a drawing never leaves these. */
  record Key(TreeParameters parameters, Form form, Reader reader, Look.Audience audience) {}

  private static final class Slot {
    private DrawnTree drawn;
    private int weight;
  }

  private final int mostDrawings;
  private final long mostWeight;
  private final Map<Key, Slot> slots = new LinkedHashMap<>(16, 0.75f, true);
  private long weight;

  Drawings(int mostDrawings, long mostWeight) {
    this.mostDrawings = mostDrawings;
    this.mostWeight = mostWeight;
  }

  /**
   * Replaces the drawing of that key; those who ask for the same one wait for each other, others do
   * not.
   *
   * @param step from the last drawing, null when there is none, to the new one
   */
  DrawnTree update(Key key, UnaryOperator<DrawnTree> step) {
    Slot slot = slot(key);
    DrawnTree drawn;
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
