package io.appofapps.confluence.promotion.facts;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.promotion.Move;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.Request;
import io.appofapps.confluence.promotion.plan.Blocker;
import io.appofapps.confluence.promotion.plan.Plan;
import io.appofapps.confluence.promotion.plan.Planner;
import io.appofapps.confluence.promotion.plan.RepositoryFiles;
import io.appofapps.confluence.tree.TreeNode;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** Makes plans from what Git has now. Reads over the network. */
@Named
public class Planning {

  private final RepositoryFiles files;

  @Inject
  public Planning(RepositoryFiles files) {
    this.files = files;
  }

  /** What it takes to bring the version of the source to the target. */
  public Plan forth(
      Facts facts,
      String service,
      String from,
      String to,
      ApplicationKey source,
      ApplicationKey target) {
    Optional<TreeNode> theirs = facts.node(source);
    Optional<TreeNode> ours = facts.node(target);
    if (theirs.isEmpty() || ours.isEmpty()) {
      return gone(service, from, to, theirs.isEmpty() ? source : target);
    }
    return planner(facts).plan(service, from, to, theirs.get(), ours.get());
  }

  /** What it takes to give the target the values again that it had before a promotion. */
  public Plan back(Facts facts, Promotion made) {
    Request request = made.request();
    List<Move> moves =
        request.moves().stream()
            .map(move -> new Move(move.what(), move.after(), move.before()))
            .toList();
    return back(facts, request, moves);
  }

  private Plan back(Facts facts, Request request, List<Move> moves) {
    return facts
        .node(request.target())
        .map(
            node ->
                planner(facts).back(request.service(), request.from(), request.to(), node, moves))
        .orElseGet(() -> gone(request.service(), request.from(), request.to(), request.target()));
  }

  /** What a request would be if it were asked for now. */
  public Plan again(Facts facts, Request request) {
    return request.rollsBack().isPresent()
        ? back(facts, request, request.moves())
        : forth(
            facts,
            request.service(),
            request.from(),
            request.to(),
            request.source(),
            request.target());
  }

  /** Whether Git could not be asked, so that nobody knows what the plan is. */
  public static boolean isUnknown(Plan plan) {
    return plan.blockers().stream().map(Blocker::code).anyMatch("unreadable"::equals);
  }

  private Planner planner(Facts facts) {
    return new Planner(files, facts.forest(), facts::environment);
  }

  private static Plan gone(String service, String from, String to, ApplicationKey application) {
    Blocker blocker = new Blocker("gone", "aoa.plan.gone", List.of(application.name()));
    return new Plan(service, from, to, List.of(), List.of(), List.of(blocker));
  }
}
