package io.appofapps.confluence.view.tree;

import io.appofapps.confluence.tree.NodeFlag;
import io.appofapps.confluence.tree.NodeKind;
import io.appofapps.confluence.tree.Occurrence;
import io.appofapps.confluence.view.Texts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a row says in words about its place and its flags.
 *
 * @param calm facts about the structure
 * @param warnings what somebody should know
 */
record RowNotes(List<String> calm, List<String> warnings) {

  private static final Set<NodeFlag> WARNINGS =
      EnumSet.of(NodeFlag.CYCLE, NodeFlag.REQUIRES_PRUNING, NodeFlag.DELETING, NodeFlag.MALFORMED);

  static RowNotes of(ViewRow row, Texts texts) {
    List<String> calm = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    if (row.depth() == 0) {
      calm.add(texts.get("aoa.row.root"));
    }
    if (row.kind() == NodeKind.APPLICATION_SET) {
      calm.add(row.kind().word());
    }
    if (row.children() > 0) {
      calm.add(texts.get("aoa.row.children", row.children()));
    }
    if (row.at() == Occurrence.Kind.SHARED) {
      calm.add(texts.get("aoa.row.shared"));
    }
    if (row.at() == Occurrence.Kind.BACK_EDGE) {
      warnings.add(texts.get("aoa.row.back-edge"));
    }
    for (NodeFlag flag : NodeFlag.values()) {
      if (row.flags().contains(flag)) {
        String text = texts.get("aoa.flag." + flag.word());
        (WARNINGS.contains(flag) ? warnings : calm).add(text);
      }
    }
    if (!row.problem().isEmpty()) {
      warnings.add(row.problem());
    }
    return new RowNotes(calm, warnings);
  }
}
