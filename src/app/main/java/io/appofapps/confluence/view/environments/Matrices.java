package io.appofapps.confluence.view.environments;

import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.environment.EnvironmentRules;
import io.appofapps.confluence.environment.matrix.Commits;
import io.appofapps.confluence.environment.matrix.EnvironmentMatrix;
import io.appofapps.confluence.sight.Look;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.view.TreePage;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.Parameters;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Matrices of a snapshot, computed once for all who see the same. */
@Named
public class Matrices {

  private final ConfigurationReader configuration;
  private final Commits commits;

  @Inject
  public Matrices(ConfigurationReader configuration, Commits commits) {
    this.configuration = configuration;
    this.commits = commits;
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
  public EnvironmentMatrix of(TreePage.Ready page, Parameters parameters) throws BadParameter {
    return MatrixSelection.of(parameters).of(of(page));
  }

  private record Question(
      Look.Audience audience, List<NodeId> tops, Object configuration, long commits) {}

  private static final class Known {
    private final Map<Question, EnvironmentMatrix> byQuestion = new ConcurrentHashMap<>();
  }
}
