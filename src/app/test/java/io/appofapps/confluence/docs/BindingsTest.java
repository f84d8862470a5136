package io.appofapps.confluence.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.ApplicationKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BindingsTest {

  private static final ApplicationKey PAY = new ApplicationKey("prod", "argocd", "pay");
  private static final ApplicationKey PAY_TEST = new ApplicationKey("test", "argocd", "pay");

  @Example
  void aMacroBindsByNameNamespaceAndConnection() {
    List<Subject> both = List.of(subject(PAY, ""), subject(PAY_TEST, ""));
    assertThat(bindings(List.of(page(1, "prod/argocd/pay")), both).of(PAY)).hasSize(1);
    assertThat(bindings(List.of(page(1, "prod/argocd/pay")), both).of(PAY_TEST)).isEmpty();
    Bindings ambiguous = bindings(List.of(page(1, "argocd/pay")), both);
    assertThat(ambiguous.all()).isEmpty();
    assertThat(ambiguous.unbound()).extracting(Bindings.Unbound::candidates).containsExactly(2);
    assertThat(bindings(List.of(page(1, "x/y/z/pay")), both).unbound())
        .extracting(Bindings.Unbound::candidates)
        .containsExactly(0);
  }

  @Example
  void theSetOfTheMacroNarrowsTheName() {
    Subject inSet = subject(PAY, "", Set.of("platform"), "");
    KnownPage page =
        withFacts(
            1,
            new PageFacts(
                List.of(),
                List.of(),
                List.of(new MacroMention("pay", "platform")),
                java.util.Optional.empty()));
    assertThat(bindings(List.of(page), List.of(inSet, subject(PAY_TEST, ""))).of(PAY)).hasSize(1);
  }

  @Example
  void aCopyDoesNotTakeThePlaceOfItsOriginal() {
    Bindings bindings =
        bindings(List.of(page(7, "pay"), page(3, "pay")), List.of(subject(PAY, "")));
    assertThat(bindings.of(PAY))
        .containsExactly(
            new Binding(PAY, 3, Binding.Source.MACRO, true),
            new Binding(PAY, 7, Binding.Source.MACRO, false));
  }

  @Example
  void anAnnotationNamesAPageByIdTitleOrAddress() {
    KnownPage page = Storage.page(12, "Pay & more", "<p/>");
    for (String named :
        List.of(
            "12",
            "ops:pay & More",
            "https://wiki.example.com/pages/viewpage.action?pageId=12",
            "https://wiki.example.com/c/spaces/OPS/pages/12/Pay",
            "https://wiki.example.com/display/OPS/Pay+%26+more#x")) {
      assertThat(bindings(List.of(page), List.of(subject(PAY, named))).of(PAY))
          .as(named)
          .containsExactly(new Binding(PAY, 12, Binding.Source.ANNOTATION, true));
    }
    for (String other :
        List.of("13", "OPS:Other", "https://wiki.example.com/x/abc", "javascript:1")) {
      assertThat(bindings(List.of(page), List.of(subject(PAY, other))).all()).isEmpty();
    }
  }

  @Example
  void aMacroIsAStrongerWordThanAnAnnotationAndThatThanARule() {
    KnownPage ruled = Storage.page(1, "pay", "<p/>");
    KnownPage annotated = Storage.page(2, "Anything", "<p/>");
    KnownPage macro = page(3, "pay");
    Bindings bindings =
        Bindings.of(
            List.of(ruled, annotated, macro), List.of(subject(PAY, "2")), List.of(byTitle("{}")));
    assertThat(bindings.of(PAY)).extracting(Binding::page).containsExactly(3L, 2L, 1L);
    assertThat(bindings.of(PAY)).extracting(Binding::leading).containsExactly(true, false, false);
  }

  @Example
  void aRuleBindsByLabelToAllEnvironmentsOfAService() {
    KnownPage page =
        new KnownPage(1, "OPS", "Payments", 1, List.of("service-payments"), PageFacts.NONE);
    List<Subject> subjects =
        List.of(
            subject(PAY, "payments", Set.of(), ""), subject(PAY_TEST, "payments", Set.of(), ""));
    BindingRule rule = new BindingRule("OPS", BindingRule.On.LABEL, "service-{}", "");
    assertThat(Bindings.of(List.of(page), subjects, List.of(rule)).ofPage(1)).hasSize(2);
    BindingRule elsewhere = new BindingRule("DEV", BindingRule.On.LABEL, "service-{}", "");
    assertThat(Bindings.of(List.of(page), subjects, List.of(elsewhere)).all()).isEmpty();
  }

  @Example
  void rulesSayNothingAboutPagesWithAMacro() {
    ApplicationKey shop = new ApplicationKey("prod", "argocd", "shop");
    KnownPage page = Storage.page(1, "shop", Storage.application("pay"));
    Bindings bindings =
        Bindings.of(
            List.of(page), List.of(subject(PAY, ""), subject(shop, "")), List.of(byTitle("{}")));
    assertThat(bindings.of(shop)).isEmpty();
  }

  @Property(tries = 150)
  void everyApplicationHasAtMostOneLeadingPage(
      @ForAll @Size(max = 8) List<@IntRange(min = 0, max = 4) Integer> macros,
      @ForAll @Size(max = 5) List<@IntRange(min = 0, max = 9) Integer> annotations) {
    List<KnownPage> pages =
        java.util.stream.IntStream.range(0, macros.size())
            .mapToObj(i -> page(i, "app" + macros.get(i)))
            .toList();
    List<Subject> subjects =
        java.util.stream.IntStream.range(0, annotations.size())
            .mapToObj(
                i -> subject(new ApplicationKey("c", "n", "app" + i), "" + annotations.get(i)))
            .toList();
    Bindings bindings = Bindings.of(pages, subjects, List.of());
    for (Subject subject : subjects) {
      List<Binding> of = bindings.of(subject.key());
      assertThat(of.stream().filter(Binding::leading).count()).isEqualTo(of.isEmpty() ? 0 : 1);
      assertThat(of).doesNotHaveDuplicates();
    }
  }

  private static BindingRule byTitle(String pattern) {
    return new BindingRule("", BindingRule.On.TITLE, pattern, "");
  }

  private static Bindings bindings(List<KnownPage> pages, List<Subject> subjects) {
    return Bindings.of(pages, subjects, List.of());
  }

  private static KnownPage page(long id, String application) {
    return Storage.page(id, "Page " + id, Storage.application(application));
  }

  private static KnownPage withFacts(long id, PageFacts facts) {
    return new KnownPage(id, "OPS", "Page " + id, 1, List.of(), facts);
  }

  private static Subject subject(ApplicationKey key, String page) {
    return subject(key, "", Set.of(), page);
  }

  private static Subject subject(
      ApplicationKey key, String service, Set<String> sets, String page) {
    return new Subject(key, service, sets, page, Map.of(), "");
  }
}
