package io.appofapps.confluence.environment.matrix;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Environments from first to last: as the administrator has ordered them; one with a region ({@code
 * prod-eu}) right behind its stage; then all others by name; the unknown one last.
 */
public final class EnvironmentOrder implements Comparator<String> {

  private final List<String> order;

  public EnvironmentOrder(List<String> order) {
    this.order = order.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }

  @Override
  public int compare(String one, String other) {
    return Comparator.comparing(String::isEmpty)
        .thenComparingInt(this::stage)
        .thenComparing(name -> !order.contains(lower(name)))
        .thenComparing(EnvironmentOrder::lower)
        .thenComparing(Comparator.naturalOrder())
        .compare(one, other);
  }

  /** Place of the environment's stage; environments of one stage are beside, not behind, others. */
  int stage(String name) {
    String lower = lower(name);
    int exact = order.indexOf(lower);
    if (exact >= 0) {
      return exact;
    }
    int dash = lower.indexOf('-');
    int prefix = dash < 0 ? -1 : order.indexOf(lower.substring(0, dash));
    return prefix >= 0 ? prefix : order.size();
  }

  /** Whether the environment, or its stage, is named in the order. */
  boolean hasPlace(String name) {
    return stage(name) < order.size();
  }

  /** Whether one comes before the other, which those of one stage do not. */
  public boolean isEarlier(String one, String other) {
    boolean beside = hasPlace(one) && stage(one) == stage(other);
    return !beside && compare(one, other) < 0;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
