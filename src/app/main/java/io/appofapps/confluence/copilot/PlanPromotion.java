package io.appofapps.confluence.copilot;

import io.appofapps.confluence.promotion.desk.DeskException;
import io.appofapps.confluence.promotion.desk.PromotionDesk;
import io.appofapps.confluence.promotion.desk.Route;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Provider;
import java.util.Map;

/** {@code plan_promotion}. */
@Named
public class PlanPromotion implements Tool {

  private final Sets sets;
  private final Provider<PromotionDesk> desk;
  private final PromotionAnswers promotions;

  @Inject
  public PlanPromotion(Sets sets, Provider<PromotionDesk> desk, PromotionAnswers promotions) {
    this.sets = sets;
    this.desk = desk;
    this.promotions = promotions;
  }

  /** The arguments that say what goes where. */
  static Schema route() {
    return Schema.object()
        .with("set", Tools.set())
        .with("service", Schema.name("Name of the service."))
        .with("from", Schema.name("Environment whose version is taken."))
        .with("to", Schema.name("Environment that it goes to."));
  }

  static Route route(Arguments arguments) {
    return new Route(
        arguments.text("set"),
        arguments.text("service"),
        arguments.text("from"),
        arguments.text("to"));
  }

  @Override
  public McpSchema.Tool description() {
    return Tools.readingOutside(
        "plan_promotion",
        "Plan a promotion",
        "Tells what promoting a service from one environment to another would be, and does nothing:"
            + " which values change in which files of Git, what stands in the way (blockers and"
            + " gates such as sync windows, freezes, soak time), how many people must approve and"
            + " who may. May take up to a minute, since it reads Git.",
        route(),
        PromotionAnswers.prospectSchema());
  }

  @Override
  public Map<String, Object> call(Caller caller, Arguments arguments) throws ToolFailure {
    // names that there are not are told with those that there are
    Services.applications(sets.open(caller, arguments.text("set")), arguments.text("service"));
    try {
      return promotions.json(desk.get().plan(caller.actor(), route(arguments)));
    } catch (DeskException e) {
      throw promotions.failure(e);
    }
  }
}
