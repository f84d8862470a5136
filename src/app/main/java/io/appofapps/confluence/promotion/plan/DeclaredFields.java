package io.appofapps.confluence.promotion.plan;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.Source;
import io.appofapps.confluence.promotion.plan.RepositoryFiles.Commit;
import io.appofapps.confluence.promotion.plan.RepositoryFiles.UnreadableException;
import io.appofapps.confluence.tree.Forest;
import io.appofapps.confluence.tree.NodeKind;
import io.appofapps.confluence.tree.TreeNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what declares a child Application in its parent's source, and the versions in it. */
final class DeclaredFields {

  private final RepositoryFiles files;
  private final Forest forest;

  DeclaredFields(RepositoryFiles files, Forest forest) {
    this.files = files;
    this.forest = forest;
  }

  /**
   * What was found.
   *
   * @param fields by name, empty when there is a blocker
   * @param blocker why the declaration was not found
   */
  record Found(Map<String, Place> fields, Optional<Blocker> blocker) {

    static Found of(Map<String, Place> fields) {
      return new Found(fields, Optional.empty());
    }

    static Found not(String code, String text, String... arguments) {
      return new Found(Map.of(), Optional.of(new Blocker(code, text, List.of(arguments))));
    }
  }

  /**
   * The declaration of a node by its owner.
   *
   * @param service the node's service; Helm values often name it instead of the Application
   */
  Found of(TreeNode child, String service) throws UnreadableException {
    Application application = child.application().orElseThrow();
    String name = application.key().name();
    Optional<TreeNode> owner =
        child.parents().stream().findFirst().flatMap(edge -> forest.node(edge.parent()));
    if (owner.isEmpty()) {
      return Found.not("not-located", "aoa.plan.no-parent", name);
    }
    TreeNode parent = owner.get();
    boolean generated = parent.id().kind() == NodeKind.APPLICATION_SET;
    Optional<TreeNode> declarer =
        generated
            ? parent.parents().stream().findFirst().flatMap(edge -> forest.node(edge.parent()))
            : owner;
    Optional<Application> declaring = declarer.flatMap(TreeNode::application);
    if (declaring.isEmpty()) {
      return Found.not("not-located", "aoa.plan.no-parent", name);
    }
    List<Map<String, Place>> candidates = new ArrayList<>();
    for (Source source : declaring.get().sources()) {
      if (source.chart().isEmpty()) {
        Commit commit = files.resolve(source.repoUrl(), source.targetRevision());
        Folder folder = Folder.of(files, commit, Paths.normal(source.path()));
        candidates.addAll(
            generated
                ? new GeneratedFields(files, folder, parent.id().key().name(), name).all()
                : folder.declarations(application.key()));
        if (candidates.isEmpty() && !generated && folder.isChart()) {
          candidates.addAll(new ParentValues(folder, source.valueFiles(), name, service).all());
        }
      }
    }
    return only(candidates, name);
  }

  private static Found only(List<Map<String, Place>> candidates, String name) {
    if (candidates.isEmpty()) {
      return Found.not("not-located", "aoa.plan.not-located", name);
    }
    if (candidates.size() > 1) {
      return Found.not(
          "ambiguous",
          "aoa.plan.ambiguous",
          name,
          String.join(", ", candidates.stream().map(DeclaredFields::path).distinct().toList()));
    }
    return Found.of(candidates.get(0));
  }

  private static String path(Map<String, Place> fields) {
    return fields.values().stream().findFirst().map(place -> place.file().path()).orElse("?");
  }
}
