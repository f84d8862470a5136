package io.appofapps.confluence.view.promotion;

import io.appofapps.confluence.environment.matrix.Ahead;
import io.appofapps.confluence.environment.matrix.MatrixCell;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.PromotionState;
import io.appofapps.confluence.promotion.desk.Ability;
import io.appofapps.confluence.promotion.desk.Case;
import io.appofapps.confluence.promotion.desk.Outlook;
import io.appofapps.confluence.promotion.desk.Saying;
import io.appofapps.confluence.promotion.gate.Gate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that the panel of a service shows to somebody.
 *
 * @param set key of the deployment set
 * @param service name of the service
 * @param choice the pair of environments, and those that could be chosen instead
 * @param source what runs where the version comes from
 * @param target what runs where it goes to
 * @param ahead how the source differs, where that is known
 * @param prospects what can be said of a new promotion
 * @param current the promotion that is under way, else the last one
 * @param history older ones, newest first
 */
record Panel(
    String set,
    String service,
    RouteChoice choice,
    Optional<MatrixCell> source,
    Optional<MatrixCell> target,
    Optional<Ahead> ahead,
    Panel.Prospects prospects,
    Optional<Case> current,
    List<Promotion> history) {

  Panel {
    history = List.copyOf(history);
  }

  /**
   * What can be said of a new promotion from memory.
   *
   * @param outlook empty when there cannot be one
   * @param whyNot why there cannot be one
   */
  record Prospects(Optional<Outlook> outlook, Optional<Saying> whyNot) {}

  /** Whether a promotion is under way. */
  boolean running() {
    return current.filter(each -> !each.promotion().state().isSettled()).isPresent();
  }

  /** Whether one waits for approvals. */
  boolean waiting() {
    return current.filter(each -> each.promotion().state() == PromotionState.REQUESTED).isPresent();
  }

  /** How the gates stand for what is under way, else for a new promotion. */
  List<Gate> gates() {
    return running()
        ? current.map(Case::gates).orElse(List.of())
        : prospects.outlook().map(Outlook::gates).orElse(List.of());
  }

  /** What the person may do, which differs among those who see the same. */
  List<Ability> abilities() {
    return Stream.concat(
            prospects.outlook().stream().map(Outlook::request),
            current.stream()
                .flatMap(
                    each ->
                        Stream.of(each.approve(), each.reject(), each.cancel(), each.rollBack())))
        .toList();
  }
}
