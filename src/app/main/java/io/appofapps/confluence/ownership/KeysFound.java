package io.appofapps.confluence.ownership;

import io.appofapps.confluence.tree.Forest;
import io.appofapps.confluence.tree.TreeNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What rules find on each place, before they are in force.
 *
 * @param applications how many Applications were looked at
 * @param fields in the order of the rules
 */
public record KeysFound(int applications, List<OfField> fields) {

  private static final int MOST_EXAMPLES = 5;

  public KeysFound {
    fields = List.copyOf(fields);
  }

  /**
   * @param id id of the field
   * @param keys in their order
   * @param missing how many Applications and their projects do not say it
   */
  public record OfField(String id, List<OfKey> keys, int missing) {
    public OfField {
      keys = List.copyOf(keys);
    }
  }

  /**
   * @param decided for how many Applications the value comes from this key
   * @param examples the first different values among them, at most 5; untrusted
   */
  public record OfKey(int decided, List<String> examples) {
    public OfKey {
      examples = List.copyOf(examples);
    }
  }

  /** What the rules find on the existing Applications of the forest, ancestors left aside. */
  public static KeysFound of(Forest forest, Projects projects, MetadataRules rules) {
    KeyReader reader = new KeyReader(projects);
    List<TreeNode> nodes =
        forest.nodes().stream().filter(node -> node.application().isPresent()).toList();
    return new KeysFound(
        nodes.size(), rules.fields().stream().map(field -> found(field, nodes, reader)).toList());
  }

  private static OfField found(Field field, List<TreeNode> nodes, KeyReader reader) {
    Map<MetadataKey, List<String>> examples = new LinkedHashMap<>();
    field.keys().forEach(key -> examples.put(key, new ArrayList<>()));
    Map<MetadataKey, Integer> decided = new LinkedHashMap<>();
    int missing = 0;
    for (TreeNode node : nodes) {
      Optional<KeyReader.Hit> hit = reader.first(field, node);
      if (hit.isEmpty()) {
        missing++;
        continue;
      }
      MetadataKey key = hit.get().key();
      decided.merge(key, 1, Integer::sum);
      List<String> shown = examples.get(key);
      String text = hit.get().said().value().text();
      if (shown.size() < MOST_EXAMPLES && !shown.contains(text)) {
        shown.add(text);
      }
    }
    return new OfField(
        field.id(),
        field.keys().stream()
            .map(key -> new OfKey(decided.getOrDefault(key, 0), examples.get(key)))
            .toList(),
        missing);
  }
}
