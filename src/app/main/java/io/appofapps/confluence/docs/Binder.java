package io.appofapps.confluence.docs;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.environment.RulePattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers bindings; of the same page and Application the strongest source stays. */
final class Binder {

  private static final int MOST_BY_RULE = 200;

  private final Map<String, List<Subject>> byName = new HashMap<>();
  private final Map<String, List<Subject>> byService = new HashMap<>();
  private final Map<Long, KnownPage> byId = new LinkedHashMap<>();
  private final Map<PageAddress.ByTitle, KnownPage> byTitle = new HashMap<>();
  private final Map<ApplicationKey, Map<Long, Binding.Source>> found = new LinkedHashMap<>();
  private final List<Bindings.Unbound> unbound = new ArrayList<>();

  Binder(Collection<KnownPage> pages, Collection<Subject> subjects) {
    for (Subject subject : subjects) {
      byName.computeIfAbsent(subject.key().name(), ignored -> new ArrayList<>()).add(subject);
      byService.computeIfAbsent(subject.service(), ignored -> new ArrayList<>()).add(subject);
    }
    for (KnownPage page : pages) {
      byId.put(page.id(), page);
      byTitle.put(title(page.space(), page.title()), page);
    }
  }

  /** Confluence tells neither spaces nor titles apart by case. */
  private static PageAddress.ByTitle title(String space, String title) {
    return new PageAddress.ByTitle(Normal.of(space), Normal.of(title));
  }

  void byMacros(KnownPage page) {
    for (MacroMention mention : page.facts().applications()) {
      List<Subject> fitting = fitting(mention);
      if (fitting.size() == 1) {
        bind(fitting.get(0), page, Binding.Source.MACRO);
      } else {
        unbound.add(new Bindings.Unbound(page.id(), mention, fitting.size()));
      }
    }
  }

  private List<Subject> fitting(MacroMention mention) {
    String[] parts = mention.application().split("/", -1);
    return byName.getOrDefault(parts[parts.length - 1], List.of()).stream()
        .filter(each -> isIn(mention.set(), each))
        .filter(each -> parts.length < 2 || each.key().namespace().equals(parts[parts.length - 2]))
        .filter(each -> parts.length < 3 || each.key().connection().equals(parts[0]))
        .filter(each -> parts.length < 4)
        .toList();
  }

  private static boolean isIn(String set, Subject subject) {
    return set.isEmpty() || subject.sets().contains(set);
  }

  void byAnnotation(Subject subject) {
    if (!subject.page().isBlank()) {
      PageAddress.parse(subject.page())
          .flatMap(this::find)
          .ifPresent(page -> bind(subject, page, Binding.Source.ANNOTATION));
    }
  }

  private Optional<KnownPage> find(PageAddress address) {
    if (address instanceof PageAddress.ById by) {
      return Optional.ofNullable(byId.get(by.id()));
    }
    PageAddress.ByTitle by = (PageAddress.ByTitle) address;
    return Optional.ofNullable(byTitle.get(title(by.space(), by.title())));
  }

  void byRules(List<BindingRule> rules) {
    for (BindingRule rule : rules) {
      RulePattern pattern = RulePattern.of(rule.pattern());
      for (KnownPage page : byId.values()) {
        boolean open = page.facts().applications().isEmpty();
        if (open && (rule.space().isEmpty() || rule.space().equals(page.space()))) {
          names(rule, page).forEach(text -> byRule(rule, pattern.match(text), page));
        }
      }
    }
  }

  private static List<String> names(BindingRule rule, KnownPage page) {
    return rule.on() == BindingRule.On.LABEL ? page.labels() : List.of(page.title());
  }

  private void byRule(BindingRule rule, Optional<String> answer, KnownPage page) {
    if (answer.isEmpty()) {
      return;
    }
    List<Subject> named = byName.getOrDefault(answer.get(), List.of());
    List<Subject> fitting =
        named.isEmpty() ? byService.getOrDefault(answer.get(), List.of()) : named;
    fitting.stream()
        .filter(each -> isIn(rule.set(), each))
        .limit(MOST_BY_RULE)
        .forEach(each -> bind(each, page, Binding.Source.RULE));
  }

  private void bind(Subject subject, KnownPage page, Binding.Source source) {
    found.computeIfAbsent(subject.key(), ignored -> new HashMap<>()).putIfAbsent(page.id(), source);
  }

  List<Binding> bindings() {
    List<Binding> bindings = new ArrayList<>();
    found.forEach(
        (application, pages) -> {
          List<Map.Entry<Long, Binding.Source>> inOrder =
              pages.entrySet().stream()
                  .sorted(
                      Map.Entry.<Long, Binding.Source>comparingByValue()
                          .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                  .toList();
          for (Map.Entry<Long, Binding.Source> each : inOrder) {
            bindings.add(
                new Binding(application, each.getKey(), each.getValue(), each == inOrder.get(0)));
          }
        });
    return bindings;
  }

  List<Bindings.Unbound> unbound() {
    return unbound;
  }
}
