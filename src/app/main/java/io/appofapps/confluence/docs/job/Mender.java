package io.appofapps.confluence.docs.job;

import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.SetDefinition.Viewers;
import io.appofapps.confluence.docs.DatedFinding;
import io.appofapps.confluence.docs.DocumentationMode;
import io.appofapps.confluence.docs.DocumentationRules;
import io.appofapps.confluence.docs.FieldRule;
import io.appofapps.confluence.docs.Finding;
import io.appofapps.confluence.docs.Judgement;
import io.appofapps.confluence.docs.Mending;
import io.appofapps.confluence.docs.Subject;
import io.appofapps.confluence.docs.rows.Pacer;
import io.appofapps.confluence.set.DeploymentSet;
import io.appofapps.confluence.set.DeploymentSets;
import io.appofapps.confluence.state.Snapshot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes manifest values over into pages, in the name of the configured user. Whoever can put a
 * macro on a page could have a page mended, so only sets are mended that everybody may see who may
 * see the page, and that are for all spaces.
 */
final class Mender {

  private static final Logger LOG = LoggerFactory.getLogger(Mender.class);

  private final Wiki wiki;
  private final Pacer pacer;

  Mender(Wiki wiki, Pacer pacer) {
    this.wiki = wiki;
    this.pacer = pacer;
  }

  /** Mends what may be mended; the pages that were changed. */
  Set<Long> mend(
      Judgement judgement, List<Subject> subjects, Snapshot snapshot, Configuration configuration) {
    DocumentationRules rules = configuration.documentation();
    Set<Long> changed = new HashSet<>();
    if (rules.mender().isEmpty()) {
      return changed;
    }
    Map<String, DeploymentSet> sets =
        DeploymentSets.of(snapshot, configuration).stream()
            .collect(Collectors.toMap(DeploymentSet::key, Function.identity(), (a, b) -> a));
    Map<Object, Subject> byKey = new HashMap<>();
    subjects.forEach(each -> byKey.put(each.key(), each));
    judgement
        .byPage()
        .forEach(
            (page, findings) -> {
              for (DatedFinding dated : findings) {
                Finding finding = dated.finding();
                Optional<Subject> subject = finding.application().map(byKey::get);
                if (finding.mendable()
                    && subject.isPresent()
                    && rules.mode(subject.get().sets()) == DocumentationMode.MEND
                    && isOpen(subject.get(), sets)
                    && write(page, finding, rules)) {
                  changed.add(page);
                }
              }
            });
    return changed;
  }

  private static boolean isOpen(Subject subject, Map<String, DeploymentSet> sets) {
    return subject.sets().stream()
        .map(sets::get)
        .allMatch(set -> set != null && set.viewers() == Viewers.PAGE && set.spaces().isEmpty());
  }

  private boolean write(long page, Finding finding, DocumentationRules rules) {
    Optional<FieldRule> rule =
        rules.fields().stream().filter(each -> each.key().equals(finding.field())).findFirst();
    if (rule.isEmpty()) {
      return false;
    }
    pacer.take(4);
    Wiki.Edit edit =
        wiki.edit(
            page, rules.mender(), storage -> Mending.mended(storage, finding, rule.get(), wiki));
    if (edit != Wiki.Edit.WRITTEN) {
      LOG.info("Page {} was not mended, its proposal stays: {}", page, edit);
    }
    return edit == Wiki.Edit.WRITTEN;
  }
}
