package io.appofapps.confluence.copilot;

import io.appofapps.confluence.promotion.desk.DeskException;
import io.appofapps.confluence.promotion.desk.PromotionDesk;
import io.appofapps.confluence.promotion.desk.Wish;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Provider;
import java.util.Map;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code request_promotion}: the only tool that changes something. */
@Named
public class RequestPromotion implements Tool {

  static final String NAME = "request_promotion";

  private static final Logger LOG = LoggerFactory.getLogger(RequestPromotion.class);
  private static final int LONGEST_REASON = 2_000;

  private final Sets sets;
  private final Provider<PromotionDesk> desk;
  private final PromotionAnswers promotions;

  @Inject
  public RequestPromotion(Sets sets, Provider<PromotionDesk> desk, PromotionAnswers promotions) {
    this.sets = sets;
    this.desk = desk;
    this.promotions = promotions;
  }

  @Override
  public McpSchema.Tool description() {
    return Tools.adding(
        NAME,
        "Request a promotion",
        "Asks for a promotion in the person's name. Nothing is changed in Git until at least one"
            + " person has approved it in Confluence; the record names the person and the copilot."
            + " Call plan_promotion first, show the person what it says, and give its digest: when"
            + " the plan has changed since, the request is refused. Repeat a call whose answer was"
            + " lost with the same key: it asks only once.",
        PlanPromotion.route()
            .with(
                "digest",
                Map.of(
                    "type",
                    "string",
                    "description",
                    "digest of the answer of plan_promotion.",
                    "pattern",
                    "^[0-9a-f]{64}$"))
            .with("reason", Schema.text("Why, for those who approve.", LONGEST_REASON))
            .with(
                "key",
                Map.of(
                    "type",
                    "string",
                    "description",
                    "A key of your own choice for this request, such as a UUID.",
                    "pattern",
                    "^[A-Za-z0-9._-]{8,64}$")),
        PromotionAnswers.schema());
  }

  @Override
  public Map<String, Object> call(Caller caller, Arguments arguments) throws ToolFailure {
    Services.applications(sets.open(caller, arguments.text("set")), arguments.text("service"));
    Wish wish =
        new Wish(
            arguments.text("digest"),
            arguments.text("reason"),
            "copilot-" + arguments.text("key"),
            OptionalLong.empty());
    try {
      Map<String, Object> asked =
          promotions.json(desk.get().request(caller.actor(), PlanPromotion.route(arguments), wish));
      LOG.info(
          "A copilot has asked for promotion {} in the name of {}",
          asked.get("id"),
          caller.viewer().key());
      return asked;
    } catch (DeskException e) {
      throw promotions.failure(e);
    }
  }
}
