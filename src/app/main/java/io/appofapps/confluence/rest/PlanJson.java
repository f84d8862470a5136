package io.appofapps.confluence.rest;

import io.appofapps.confluence.environment.matrix.Commits;
import io.appofapps.confluence.promotion.desk.Prospect;
import io.appofapps.confluence.promotion.plan.FileEdit;
import io.appofapps.confluence.promotion.plan.Plan;
import io.appofapps.confluence.view.promotion.PromotionShapes;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a promotion would be, as JSON. */
@Named
public class PlanJson {

  private final PromotionParts parts;

  @Inject
  public PlanJson(PromotionParts parts) {
    this.parts = parts;
  }

  /**
   * {@code {"digest", "service", "from", "to", "moves": [{"what", "before", "after"}], "edits":
   * [{"repository", "branch", "base", "path", "diff"}], "gates": [{"name", "open", "reason",
   * "nextOpening"}], "approvals": {"needed", "groups", "roles", "fourEyes", "expiryHours",
   * "confirmIdentity"}, "blockers": [{"code", "reason"}], "between": {"commits", "stories"},
   * "mayRequest", "whyNot"}}; {@code between} and {@code whyNot} may be null.
   */
  Map<String, Object> of(Prospect prospect) {
    Plan plan = prospect.plan();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("digest", plan.digest());
    json.put("service", plan.service());
    json.put("from", plan.from());
    json.put("to", plan.to());
    json.put("moves", plan.moves().stream().map(PromotionShapes::of).toList());
    json.put("edits", plan.edits().stream().map(PlanJson::of).toList());
    json.put("gates", prospect.gates().stream().map(parts::of).toList());
    json.put("approvals", PromotionParts.of(prospect.rule(), prospect.approvers()));
    json.put("blockers", plan.blockers().stream().map(parts::of).toList());
    json.put("between", prospect.between().map(PlanJson::of).orElse(null));
    json.put("mayRequest", prospect.request().allowed());
    json.put("whyNot", parts.whyNot(prospect.request()));
    return json;
  }

  private static Map<String, Object> of(FileEdit edit) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("repository", edit.base().repository());
    json.put("branch", edit.base().branch());
    json.put("base", edit.base().id());
    json.put("path", edit.path());
    json.put("diff", edit.diff());
    return json;
  }

  private static Map<String, Object> of(Commits.Between between) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("commits", between.count());
    json.put("stories", between.stories());
    return json;
  }
}
