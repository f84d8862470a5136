package io.appofapps.confluence.docs;

import io.appofapps.confluence.application.ApplicationKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which pages stand for which Applications. Immutable. */
public final class Bindings {

  /** A name on a page that fits no Application, or several. */
  public record Unbound(long page, MacroMention mention, int candidates) {}

  private final Map<ApplicationKey, List<Binding>> byApplication;
  private final Map<Long, List<Binding>> byPage;
  private final List<Unbound> unbound;

  private Bindings(List<Binding> bindings, List<Unbound> unbound) {
    this.byApplication = bindings.stream().collect(Collectors.groupingBy(Binding::application));
    this.byPage = bindings.stream().collect(Collectors.groupingBy(Binding::page));
    this.unbound = List.copyOf(unbound);
  }

  /**
   * The bindings of those pages and Applications.
   *
   * <p>A macro on the page is the strongest word, then the annotation of the manifest, then a rule.
   * Rules say nothing about pages that have a macro of their own.
   */
  public static Bindings of(
      Collection<KnownPage> pages, Collection<Subject> subjects, List<BindingRule> rules) {
    Binder binder = new Binder(pages, subjects);
    pages.forEach(binder::byMacros);
    subjects.forEach(binder::byAnnotation);
    binder.byRules(rules);
    return new Bindings(binder.bindings(), binder.unbound());
  }

  /** The pages of an Application, the leading one first. */
  public List<Binding> of(ApplicationKey application) {
    return byApplication.getOrDefault(application, List.of());
  }

  /** The Applications of a page. */
  public List<Binding> ofPage(long page) {
    return byPage.getOrDefault(page, List.of());
  }

  /** Names on pages that fit no Application, or several. */
  public List<Unbound> unbound() {
    return unbound;
  }

  /** All of them, by Application. */
  public List<Binding> all() {
    List<Binding> all = new ArrayList<>();
    byApplication.values().forEach(all::addAll);
    return all;
  }
}
