package io.appofapps.confluence.view.owners;

import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.ownership.Gathered;
import io.appofapps.confluence.ownership.MetadataRules;
import io.appofapps.confluence.ownership.Projects;
import io.appofapps.confluence.sight.Look;
import io.appofapps.confluence.view.TreePage;
import io.appofapps.confluence.view.TreePages;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.Question;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Finds out who owns what in a deployment set, for one viewer. */
@Named
public class Owners {

  private final TreePages pages;
  private final LinkedPages linked;
  private final ConfigurationReader configuration;

  @Inject
  public Owners(TreePages pages, LinkedPages linked, ConfigurationReader configuration) {
    this.pages = pages;
    this.linked = linked;
    this.configuration = configuration;
  }

  /** What there is to say. */
  public sealed interface Asked {
    /** There is no tree. */
    record Away(TreePage why) implements Asked {}

    /** The services. */
    record Report(OwnersReport report) implements Asked {}
  }

  /** The services that the question asks for. */
  public Asked ask(Question question) throws BadParameter {
    OwnersSelection selection = OwnersSelection.of(question.parameters());
    TreePage page =
        pages.open(
            question.viewer(),
            question.place(),
            question.parameters().set(),
            question.parameters().snapshot());
    if (!(page instanceof TreePage.Ready ready)) {
      return new Asked.Away(page);
    }
    Services services = services(ready, selection);
    return new Asked.Report(
        new OwnersReport(ready, services, linked.verdicts(question.viewer(), services.asks())));
  }

  private Services services(TreePage.Ready page, OwnersSelection selection) {
    MetadataRules rules = configuration.current().metadata();
    Kept kept = page.snapshot().derived(Kept.class, ignored -> new Kept());
    Gathered gathered =
        kept.gathered.computeIfAbsent(new OfTree(page.tree(), rules), asked -> gather(page, rules));
    return kept.services.computeIfAbsent(
        new OfSelection(gathered, selection),
        asked -> new Services(rules, gathered.services(selection::includes), linked::own));
  }

  private static Gathered gather(TreePage.Ready page, MetadataRules rules) {
    Look.Tree tree = page.tree();
    return Gathered.of(
        tree.forest(),
        tree.tops(),
        tree.landscape(),
        page.snapshot()
            .derived(Projects.class, snapshot -> new Projects(snapshot.projects().values())),
        rules);
  }

  /** Forests and landscapes are equal only to themselves: the same audience has the same. */
  private record OfTree(Look.Tree tree, MetadataRules rules) {}

  private record OfSelection(Gathered gathered, OwnersSelection selection) {}

  /** Of one content, those asked for last; one thread computes, others wait for it. */
  private static final class Kept {
    private final Map<OfTree, Gathered> gathered = latest(64);
    private final Map<OfSelection, Services> services = latest(256);

    private static <K, V> Map<K, V> latest(int most) {
      return Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
              return size() > most;
            }
          });
    }
  }
}
