package io.appofapps.confluence.view.environments;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.environment.EnvironmentRules;
import io.appofapps.confluence.environment.matrix.Commits;
import io.appofapps.confluence.environment.matrix.Deployed;
import io.appofapps.confluence.environment.matrix.EnvironmentMatrix;
import io.appofapps.confluence.sight.Look;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.view.TreePage;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.Parameters;
import io.appofapps.confluence.view.pages.PageSelection;
import io.appofapps.confluence.view.pages.ServicePages;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Matrices of a snapshot, computed once for all who see the same. */
@Named
public class Matrices {

  private final ConfigurationReader configuration;
  private final Commits commits;
  private final ServicePages pages;

  @Inject
  public Matrices(ConfigurationReader configuration, Commits commits, ServicePages pages) {
    this.configuration = configuration;
    this.commits = commits;
    this.pages = pages;
  }

  /** The matrix of what the page's viewer may see. */
  public EnvironmentMatrix of(TreePage.Ready page) {
    EnvironmentRules rules = configuration.current().environments();
    Look.Tree tree = page.tree();
    return page.snapshot()
        .derived(Known.class, ignored -> new Known())
        .byQuestion
        .computeIfAbsent(
            new Question(tree.audience(), tree.tops(), configuration.current(), commits.edition()),
            question ->
                EnvironmentMatrix.of(
                    tree.forest(), tree.tops(), tree.landscape(), rules.order(), commits));
  }

  /**
   * The part of it that the parameters of the macro ask for.
   *
   * @throws BadParameter naming the first that cannot be used
   */
  public EnvironmentMatrix of(TreePage.Ready page, Viewer viewer, Parameters parameters)
      throws BadParameter {
    EnvironmentMatrix all = of(page);
    return MatrixSelection.of(parameters)
        .of(all, byPages(all, viewer, PageSelection.of(parameters)));
  }

  /** The Applications that are chosen by their pages; empty when pages do not matter. */
  Optional<Set<ApplicationKey>> byPages(
      EnvironmentMatrix matrix, Viewer viewer, PageSelection selection) {
    return selection.isForAll()
        ? Optional.empty()
        : Optional.of(pages.chosen(viewer, selection, applications(matrix)));
  }

  private static List<ApplicationKey> applications(EnvironmentMatrix matrix) {
    return matrix.rows().stream()
        .flatMap(row -> row.cells().values().stream())
        .flatMap(cell -> cell.deployed().stream())
        .map(Deployed::key)
        .toList();
  }

  /** Whether no page is known, so that none can choose a row. */
  boolean knowsNoPage() {
    return pages.isEmpty();
  }

  private record Question(
      Look.Audience audience, List<NodeId> tops, Object configuration, long commits) {}

  private static final class Known {
    private final Map<Question, EnvironmentMatrix> byQuestion = new ConcurrentHashMap<>();
  }
}
