package io.appofapps.confluence.view.tree;

import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.view.frame.Pulse;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A deployment set as rows in display order.
 *
 * @param rows every place of the walk, the root first
 * @param applications how many Applications exist in it
 * @param byHealth how many of them, and of the declared but missing ones, have which health
 * @param attention how many need a person
 * @param pulse when Argo CD last compared them
 */
public record TreeView(
    List<ViewRow> rows,
    int applications,
    Map<HealthStatus, Integer> byHealth,
    int attention,
    Pulse pulse) {

  public TreeView {
    rows = List.copyOf(rows);
    EnumMap<HealthStatus, Integer> sorted = new EnumMap<>(HealthStatus.class);
    sorted.putAll(byHealth);
    byHealth = Collections.unmodifiableMap(sorted);
  }
}
