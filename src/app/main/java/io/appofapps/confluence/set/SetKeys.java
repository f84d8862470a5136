package io.appofapps.confluence.set;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.tree.NodeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names roots for URLs: by name where that is enough, else by namespace and name, else by
 * connection, namespace and name, else with the kind in front. A key does not depend on the order
 * of the roots.
 */
final class SetKeys {

  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]");

  private static final List<Function<NodeId, String>> FORMS =
      List.of(
          id -> id.key().name(),
          id -> id.key().namespace() + "." + id.key().name(),
          id -> qualified(id.key()),
          id -> id.kind().word().toLowerCase(Locale.ROOT) + "." + qualified(id.key()));

  private SetKeys() {}

  /** A key for each of the ids, no two the same and none of the reserved. */
  static Map<NodeId, String> of(List<NodeId> ids, Set<String> reserved) {
    Map<NodeId, String> keys = new HashMap<>();
    Set<String> taken = new HashSet<>(reserved);
    List<NodeId> open = ids.stream().sorted().toList();
    for (Function<NodeId, String> form : FORMS) {
      Map<String, List<NodeId>> byKey =
          open.stream().collect(Collectors.groupingBy(id -> safe(form.apply(id))));
      List<NodeId> clashing = new ArrayList<>();
      byKey.forEach(
          (key, sameKey) -> {
            if (sameKey.size() == 1 && taken.add(key)) {
              keys.put(sameKey.get(0), key);
            } else {
              clashing.addAll(sameKey);
            }
          });
      open = clashing.stream().sorted().toList();
    }
    open.forEach(id -> keys.put(id, numbered(safe(qualified(id.key())), taken)));
    return keys;
  }

  private static String qualified(ApplicationKey key) {
    return key.connection() + "." + key.namespace() + "." + key.name();
  }

  private static String safe(String text) {
    return UNSAFE.matcher(text).replaceAll("-");
  }

  private static String numbered(String base, Set<String> taken) {
    int number = 2;
    while (!taken.add(base + "-" + number)) {
      number++;
    }
    return base + "-" + number;
  }
}
