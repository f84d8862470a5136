package io.appofapps.confluence.rest;

import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.Request;
import io.appofapps.confluence.promotion.approval.Judgement;
import io.appofapps.confluence.promotion.desk.Ability;
import io.appofapps.confluence.promotion.desk.Case;
import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.promotion.PromotionShapes;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;

/** A promotion as one person sees it, as JSON. */
@Named
public class PromotionJson {

  private final PromotionParts parts;
  private final Texts texts;

  @Inject
  public PromotionJson(PromotionParts parts, Texts texts) {
    this.parts = parts;
    this.texts = texts;
  }

  /**
   * {@code {"id", "state", "since", "cause", "set", "service", "from", "to", "source", "target",
   * "moves", "digest", "requestedBy": {"key", "name", "agent"}, "requestedAt", "reason", "page",
   * "rollsBack", "votes": [{"by", "approves", "comment", "at", "counts", "weight", "because"}],
   * "approvals": {"needed", "groups", …, "given", "missing", "expires", "expired"}, "gates",
   * "commits": [{"repository", "branch", "id"}], "pullRequest", "times": {state: moment}, "may":
   * {"approve", "reject", "cancel", "rollBack"}, "whyNot": the same with sentences, "version"}}.
   */
  Map<String, Object> of(Case found) {
    Promotion promotion = found.promotion();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", promotion.id());
    json.put("state", promotion.state().word());
    json.put("since", promotion.since().toString());
    json.put("cause", promotion.cause());
    request(json, promotion.request());
    json.put("votes", found.judgement().votes().stream().map(this::of).toList());
    json.put("approvals", approvals(found));
    json.put("gates", found.gates().stream().map(parts::of).toList());
    json.put("commits", promotion.commits().stream().map(PromotionShapes::of).toList());
    json.put("pullRequest", promotion.pullRequest().orElse(null));
    Map<String, Object> times = new LinkedHashMap<>();
    promotion.reached().forEach((state, at) -> times.put(state.word(), at.toString()));
    json.put("times", times);
    abilities(json, found);
    json.put("version", found.version());
    return json;
  }

  private static void request(Map<String, Object> json, Request request) {
    json.put("set", request.set());
    json.put("service", request.service());
    json.put("from", request.from());
    json.put("to", request.to());
    json.put("source", request.source().toString());
    json.put("target", request.target().toString());
    json.put("moves", request.moves().stream().map(PromotionShapes::of).toList());
    json.put("digest", request.digest());
    json.put("requestedBy", PromotionParts.of(request.by()));
    json.put("requestedAt", request.at().toString());
    json.put("reason", request.reason());
    json.put("page", request.page().isPresent() ? Long.toString(request.page().getAsLong()) : null);
    json.put("rollsBack", request.rollsBack().orElse(null));
  }

  private static Map<String, Object> approvals(Case found) {
    Judgement judgement = found.judgement();
    Map<String, Object> json = PromotionParts.of(found.rule(), found.approvers());
    json.put("given", judgement.given());
    json.put("missing", judgement.missing());
    json.put("expires", judgement.expires().toString());
    json.put("expired", judgement.expired());
    return json;
  }

  private void abilities(Map<String, Object> json, Case found) {
    Map<String, Ability> abilities = new LinkedHashMap<>();
    abilities.put("approve", found.approve());
    abilities.put("reject", found.reject());
    abilities.put("cancel", found.cancel());
    abilities.put("rollBack", found.rollBack());
    Map<String, Object> may = new LinkedHashMap<>();
    Map<String, Object> whyNot = new LinkedHashMap<>();
    abilities.forEach((name, ability) -> may.put(name, ability.allowed()));
    abilities.forEach((name, ability) -> whyNot.put(name, parts.whyNot(ability)));
    json.put("may", may);
    json.put("whyNot", whyNot);
  }

  private Map<String, Object> of(Judgement.Weighed weighed) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("by", PromotionParts.of(weighed.vote().by()));
    json.put("approves", weighed.vote().approves());
    json.put("comment", weighed.vote().comment());
    json.put("at", weighed.vote().at().toString());
    json.put("counts", weighed.counts());
    json.put("weight", weighed.weight().word());
    json.put("because", texts.get(weighed.weight().text()));
    return json;
  }
}
