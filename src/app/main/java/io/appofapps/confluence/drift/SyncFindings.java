package io.appofapps.confluence.drift;

import io.appofapps.confluence.application.AffectedResource;
import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ChildReference;
import io.appofapps.confluence.application.Details;
import io.appofapps.confluence.application.IgnoredDifference;
import io.appofapps.confluence.application.Since;
import io.appofapps.confluence.application.SyncStatus;
import io.appofapps.confluence.environment.Environment;
import io.appofapps.confluence.environment.Landscape;
import io.appofapps.confluence.tree.Forest;
import io.appofapps.confluence.tree.NodeFlag;
import io.appofapps.confluence.tree.TreeNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The cluster against Git: what is OutOfSync, which children, and what nobody compares. */
final class SyncFindings {

  private static final int MOST_SAID = 3;

  private final Forest forest;
  private final Landscape landscape;
  private final DriftRules rules;

  SyncFindings(Forest forest, Landscape landscape, DriftRules rules) {
    this.forest = forest;
    this.landscape = landscape;
    this.rules = rules;
  }

  void find(Subject subject, Consumer<Candidate> found) {
    Application app = subject.app();
    boolean outOfSync = app.sync() == SyncStatus.OUT_OF_SYNC && isByItself(app);
    if (outOfSync) {
      found.accept(outOfSync(subject));
    } else if (!app.details().ignored().isEmpty()) {
      found.accept(hidden(subject));
    }
    if (app.sync() == SyncStatus.UNKNOWN && !cannotCompare(app)) {
      found.accept(
          Candidate.after(
              rules.grace(),
              subject.finding(
                  FindingKind.SYNC_UNKNOWN,
                  Severity.ERROR,
                  app.details().syncSince(),
                  Sentence.of("sync-unknown", subject.name()))));
    }
    children(subject, found);
  }

  /** Not only because of children: these have findings of their own. */
  private static boolean isByItself(Application app) {
    long children =
        app.children().stream().filter(child -> child.sync() == SyncStatus.OUT_OF_SYNC).count();
    return children == 0 || app.resources().outOfSync() > children;
  }

  /** The condition says why, and is a finding itself. */
  private static boolean cannotCompare(Application app) {
    return app.conditions().stream().anyMatch(each -> each.type().endsWith("Error"));
  }

  private Candidate outOfSync(Subject subject) {
    Application app = subject.app();
    List<Sentence> evidence = new ArrayList<>();
    resources(app.details(), evidence);
    hiddenFields(app.details()).ifPresent(evidence::add);
    if (!app.automated()) {
      evidence.add(Sentence.of("say.manual"));
    }
    Finding finding =
        subject.finding(
            FindingKind.OUT_OF_SYNC,
            Severity.WARNING,
            app.details().syncSince(),
            Sentence.of("out-of-sync", subject.name()),
            evidence);
    return app.automated()
        ? new Candidate(finding, rules.grace(), Optional.of(rules.slow()))
        : Candidate.now(finding);
  }

  private static void resources(Details details, List<Sentence> evidence) {
    List<AffectedResource> different =
        details.affected().stream()
            .filter(each -> each.outOfSync() || each.requiresPruning())
            .toList();
    different.stream()
        .limit(MOST_SAID)
        .forEach(
            each ->
                evidence.add(
                    Sentence.of(
                        each.requiresPruning() ? "say.resource.prune" : "say.resource",
                        each.kind(),
                        each.namespace().isEmpty()
                            ? each.name()
                            : each.namespace() + "/" + each.name())));
    int more = Math.max(0, different.size() - MOST_SAID) + details.moreAffected();
    if (more > 0) {
      evidence.add(Sentence.of("say.more-resources", more));
    }
  }

  private Candidate hidden(Subject subject) {
    Details details = subject.app().details();
    List<Sentence> evidence = new ArrayList<>();
    for (IgnoredDifference rule : details.ignored().stream().limit(MOST_SAID).toList()) {
      List<String> what = new ArrayList<>(rule.fields());
      what.addAll(rule.managers());
      evidence.add(
          Sentence.of(
              "say.ignored",
              rule.name().isEmpty() ? rule.kind() : rule.kind() + " " + rule.name(),
              String.join(", ", what.stream().limit(MOST_SAID).toList()),
              Math.max(0, rule.fieldCount() - Math.min(MOST_SAID, what.size()))));
    }
    return Candidate.now(
        subject.finding(
            FindingKind.HIDDEN_DIFFERENCES,
            Severity.INFO,
            Optional.empty(),
            Sentence.of("hidden-differences", subject.name(), fields(details)),
            evidence));
  }

  private static Optional<Sentence> hiddenFields(Details details) {
    int fields = fields(details);
    return fields == 0 ? Optional.empty() : Optional.of(Sentence.of("say.hidden", fields));
  }

  private static int fields(Details details) {
    return details.ignored().stream().mapToInt(IgnoredDifference::fieldCount).sum();
  }

  private void children(Subject subject, Consumer<Candidate> found) {
    subject.node().children().stream()
        .map(forest::node)
        .flatMap(Optional::stream)
        .forEach(child -> child(subject, child, found));
  }

  private void child(Subject parent, TreeNode child, Consumer<Candidate> found) {
    if (child.is(NodeFlag.REMOTE)) {
      return;
    }
    Optional<ChildReference> reference = reference(parent.app(), child);
    Sentence from = Sentence.of("say.parent", parent.name());
    if (child.is(NodeFlag.MISSING)) {
      found.accept(of(parent, child, FindingKind.MISSING_CHILD, "missing-child", from));
    } else if (reference.filter(ChildReference::requiresPruning).isPresent()) {
      found.accept(of(parent, child, FindingKind.ORPHAN_CHILD, "orphan-child", from));
    } else if (reference.filter(each -> each.sync() == SyncStatus.OUT_OF_SYNC).isPresent()) {
      found.accept(of(parent, child, FindingKind.CHILD_SPEC, "child-spec", from));
    } else if (child.is(NodeFlag.NOT_IN_PARENT_STATUS) && isOwner(parent, child)) {
      found.accept(of(parent, child, FindingKind.ORPHAN_CHILD, "orphan-child.unlisted", from));
    }
  }

  private static boolean isOwner(Subject parent, TreeNode child) {
    return !child.parents().isEmpty() && child.parents().get(0).parent().equals(parent.id());
  }

  private static Optional<ChildReference> reference(Application parent, TreeNode child) {
    return parent.children().stream()
        .filter(each -> each.name().equals(child.id().key().name()))
        .filter(each -> each.kind().name().equals(child.id().kind().name()))
        .filter(
            each ->
                each.namespace().isEmpty() || each.namespace().equals(child.id().key().namespace()))
        .findFirst();
  }

  private Candidate of(
      Subject parent, TreeNode child, FindingKind kind, String headline, Sentence from) {
    Severity severity = kind == FindingKind.CHILD_SPEC ? Severity.ERROR : Severity.WARNING;
    return Candidate.after(
        rules.grace(),
        new Finding(
            kind,
            severity,
            child.id(),
            landscape.environment(child.id()).map(Environment::name),
            since(parent.app()),
            Sentence.of(headline, child.id().key().name()),
            List.of(from)));
  }

  /** Only when nothing else may have made the parent OutOfSync before. */
  private static Optional<Since> since(Application parent) {
    return parent.resources().outOfSync() == 1 && parent.sync() == SyncStatus.OUT_OF_SYNC
        ? parent.details().syncSince()
        : Optional.empty();
  }
}
