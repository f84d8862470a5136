package io.appofapps.confluence.configuration.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.drift.DriftRules;
import io.appofapps.confluence.drift.FindingKind;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The section {@code drift}; what it does not say is as by default. */
final class DriftDocument {

  private DriftDocument() {}

  static DriftRules read(Part part) {
    DriftRules rules =
        new DriftRules(
            minutes(part, "graceMinutes", DriftRules.DEFAULT.grace()),
            minutes(part, "slowMinutes", DriftRules.DEFAULT.slow()),
            minutes(part, "staleMinutes", DriftRules.DEFAULT.stale()),
            minutes(part, "limitMinutes", DriftRules.DEFAULT.limit()),
            kinds(part));
    part.refuseOthers();
    return rules;
  }

  private static Duration minutes(Part part, String name, Duration otherwise) {
    return part.number(name).map(Duration::ofMinutes).orElse(otherwise);
  }

  private static Set<FindingKind> kinds(Part part) {
    Set<FindingKind> off = new HashSet<>();
    List<String> words = part.texts("off");
    for (int i = 0; i < words.size(); i++) {
      Optional<FindingKind> kind = FindingKind.of(words.get(i));
      if (kind.isEmpty()) {
        part.error("off[" + i + "]", "is not the name of a kind of finding");
      }
      kind.ifPresent(off::add);
    }
    return off;
  }

  static ObjectNode write(DriftRules rules) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("graceMinutes", rules.grace().toMinutes());
    node.put("slowMinutes", rules.slow().toMinutes());
    node.put("staleMinutes", rules.stale().toMinutes());
    node.put("limitMinutes", rules.limit().toMinutes());
    ArrayNode off = node.putArray("off");
    rules.off().stream().map(FindingKind::word).sorted().forEach(off::add);
    return node;
  }
}
