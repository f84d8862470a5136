package io.appofapps.confluence.copilot;

import io.appofapps.confluence.promotion.Person;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.desk.Case;
import io.appofapps.confluence.promotion.desk.DeskException;
import io.appofapps.confluence.promotion.desk.Prospect;
import io.appofapps.confluence.promotion.gate.Gate;
import io.appofapps.confluence.promotion.plan.Blocker;
import io.appofapps.confluence.promotion.plan.FileEdit;
import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.promotion.PromotionShapes;
import io.appofapps.confluence.view.promotion.Sayings;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;

/** Promotions and what they would be, in the few words that a copilot needs. */
@Named
public class PromotionAnswers {

  private static final int LONGEST_DIFF = 8_000;

  private final Sayings sayings;

  @Inject
  public PromotionAnswers(Texts texts) {
    this.sayings = new Sayings(texts);
  }

  static Schema schema() {
    return Schema.texts(
            "id",
            "state",
            "since",
            "set",
            "service",
            "from",
            "to",
            "digest",
            "requestedAt",
            "pullRequest")
        .with("cause", Schema.quoted())
        .with("reason", Schema.quoted())
        .with("requestedBy", person())
        .with("approvedBy", Schema.list(person()))
        .with("approvalsNeeded", Schema.number())
        .with("approvalsMissing", Schema.number())
        .with("approvers", Schema.list(Schema.text()))
        .with("moves", Schema.list(move()))
        .with("commits", Schema.list(Schema.texts("repository", "branch", "id").build()))
        .with("gates", Schema.list(gate()));
  }

  private static Map<String, Object> person() {
    return Schema.texts("agent").with("name", Schema.quoted()).build();
  }

  private static Map<String, Object> move() {
    return Schema.texts("what", "before", "after").build();
  }

  private static Map<String, Object> gate() {
    return Schema.texts("name", "nextOpening")
        .with("open", Schema.flag())
        .with("text", Schema.quoted())
        .build();
  }

  Map<String, Object> json(Case found) {
    Promotion promotion = found.promotion();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", promotion.id());
    json.put("state", promotion.state().word());
    json.put("since", promotion.since().toString());
    json.put("set", promotion.request().set());
    json.put("service", promotion.request().service());
    json.put("from", promotion.request().from());
    json.put("to", promotion.request().to());
    json.put("digest", promotion.request().digest());
    json.put("requestedAt", promotion.request().at().toString());
    json.put("pullRequest", promotion.pullRequest().orElse(null));
    json.put("cause", Untrusted.quoted(promotion.cause()));
    json.put("reason", Untrusted.quoted(promotion.request().reason()));
    json.put("requestedBy", of(promotion.request().by()));
    json.put(
        "approvedBy",
        found.judgement().counting().stream()
            .filter(vote -> vote.approves())
            .map(vote -> of(vote.by()))
            .toList());
    json.put("approvalsNeeded", found.judgement().needed());
    json.put("approvalsMissing", found.judgement().missing());
    json.put("approvers", found.approvers());
    json.put("moves", promotion.request().moves().stream().map(PromotionShapes::of).toList());
    json.put("commits", promotion.commits().stream().map(PromotionShapes::of).toList());
    json.put("gates", found.gates().stream().map(this::of).toList());
    return json;
  }

  static Schema prospectSchema() {
    return Schema.texts("service", "from", "to", "digest", "whyNot")
        .with("possible", Schema.flag())
        .with("moves", Schema.list(move()))
        .with(
            "files",
            Schema.list(
                Schema.texts("repository", "branch", "path").with("diff", Schema.quoted()).build()))
        .with("blockers", Schema.list(Schema.texts("code").with("text", Schema.quoted()).build()))
        .with("gates", Schema.list(gate()))
        .with("approvalsNeeded", Schema.number())
        .with("fourEyes", Schema.flag())
        .with("approvers", Schema.list(Schema.text()))
        .maybe("commits", Schema.number())
        .maybe("stories", Schema.list(Schema.text()));
  }

  Map<String, Object> json(Prospect prospect) {
    Map<String, Object> json = new LinkedHashMap<>();
    boolean blocked = !prospect.plan().blockers().isEmpty();
    boolean open = prospect.gates().stream().allMatch(Gate::open);
    json.put("service", prospect.plan().service());
    json.put("from", prospect.plan().from());
    json.put("to", prospect.plan().to());
    json.put("digest", prospect.plan().digest());
    json.put("whyNot", sayings.whyNot(prospect.request()));
    json.put("possible", !blocked && open && prospect.request().allowed());
    json.put("moves", prospect.plan().moves().stream().map(PromotionShapes::of).toList());
    json.put("files", prospect.plan().edits().stream().map(PromotionAnswers::of).toList());
    json.put("blockers", prospect.plan().blockers().stream().map(this::of).toList());
    json.put("gates", prospect.gates().stream().map(this::of).toList());
    json.put("approvalsNeeded", Math.max(1, prospect.rule().approvals()));
    json.put("fourEyes", prospect.rule().fourEyes());
    json.put("approvers", prospect.approvers());
    prospect
        .between()
        .ifPresent(
            between -> {
              json.put("commits", between.count());
              json.put("stories", between.stories());
            });
    return json;
  }

  /** Why the desk has done nothing. */
  ToolFailure failure(DeskException refused) {
    Sayings.Refusal why = sayings.of(refused);
    String next =
        refused.kind() == DeskException.Kind.MOVED
            ? "Call plan_promotion again and ask with its digest."
            : why.action();
    return new ToolFailure(Untrusted.line(why.message(), Untrusted.LONGEST) + " " + next);
  }

  private static Map<String, Object> of(Person person) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", Untrusted.quoted(person.name()));
    json.put("agent", person.agent().isEmpty() ? null : person.agent());
    return json;
  }

  private static Map<String, Object> of(FileEdit edit) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("repository", edit.base().repository());
    json.put("branch", edit.base().branch());
    json.put("path", edit.path());
    String diff = edit.diff();
    json.put("diff", Untrusted.quoted(diff.substring(0, Math.min(LONGEST_DIFF, diff.length()))));
    return json;
  }

  private Map<String, Object> of(Blocker blocker) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", blocker.code());
    json.put("text", Untrusted.quoted(sayings.of(blocker)));
    return json;
  }

  private Map<String, Object> of(Gate gate) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", gate.name());
    json.put("open", gate.open());
    json.put("text", Untrusted.quoted(sayings.of(gate)));
    json.put("nextOpening", gate.nextOpening().map(Object::toString).orElse(null));
    return json;
  }
}
