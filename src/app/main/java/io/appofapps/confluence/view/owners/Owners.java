package io.appofapps.confluence.view.owners;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.ownership.Gathered;
import io.appofapps.confluence.ownership.MetadataRules;
import io.appofapps.confluence.ownership.Projects;
import io.appofapps.confluence.sight.Look;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.view.TreePage;
import io.appofapps.confluence.view.TreePages;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.Question;
import io.appofapps.confluence.view.pages.PageSelection;
import io.appofapps.confluence.view.pages.ServicePages;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out who owns what in a deployment set, for one viewer. */
@Named
public class Owners {

  private final TreePages pages;
  private final LinkedPages linked;
  private final ServicePages chosen;
  private final ConfigurationReader configuration;

  @Inject
  public Owners(
      TreePages pages, LinkedPages linked, ServicePages chosen, ConfigurationReader configuration) {
    this.pages = pages;
    this.linked = linked;
    this.chosen = chosen;
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
    PageSelection byPages = PageSelection.of(question.parameters());
    TreePage page =
        pages.open(
            question.viewer(),
            question.place(),
            question.parameters().set(),
            question.parameters().snapshot());
    if (!(page instanceof TreePage.Ready ready)) {
      return new Asked.Away(page);
    }
    Services services = services(ready, selection, byPages, question.viewer());
    return new Asked.Report(
        new OwnersReport(
            ready,
            services,
            linked.verdicts(question.viewer(), services.asks()),
            !byPages.isForAll() && chosen.isEmpty()));
  }

  private Services services(
      TreePage.Ready page, OwnersSelection selection, PageSelection byPages, Viewer viewer) {
    MetadataRules rules = configuration.current().metadata();
    Kept kept = page.snapshot().derived(Kept.class, ignored -> new Kept());
    Gathered gathered =
        kept.gathered.computeIfAbsent(new OfTree(page.tree(), rules), asked -> gather(page, rules));
    Optional<Set<String>> named = named(gathered, byPages, viewer);
    return kept.services.computeIfAbsent(
        new OfSelection(gathered, selection, named),
        asked ->
            new Services(
                rules,
                gathered.services(
                    each ->
                        selection.includes(each)
                            && named.map(some -> some.contains(each.service())).orElse(true)),
                linked::own));
  }

  /**
   * The services with an Application that is chosen by its page; empty when pages do not matter.
   */
  private Optional<Set<String>> named(Gathered gathered, PageSelection byPages, Viewer viewer) {
    if (byPages.isForAll()) {
      return Optional.empty();
    }
    Set<ApplicationKey> applications =
        chosen.chosen(
            viewer,
            byPages,
            gathered.applications().stream().map(each -> each.id().key()).toList());
    return Optional.of(
        gathered.applications().stream()
            .filter(each -> applications.contains(each.id().key()))
            .map(Gathered.Deployed::service)
            .collect(Collectors.toSet()));
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

  private record OfSelection(
      Gathered gathered, OwnersSelection selection, Optional<Set<String>> services) {}

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
