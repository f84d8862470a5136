package io.appofapps.confluence.view.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.docs.BoundPage;
import io.appofapps.confluence.docs.PageAddress;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.view.Scene;
import io.appofapps.confluence.view.TestViewers;
import io.appofapps.confluence.view.frame.Answer;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.Block;
import io.appofapps.confluence.view.frame.Parameters;
import io.appofapps.confluence.view.frame.Question;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ServicePagesTest {

  private static final Viewer ADA = TestViewers.person(true, Set.of(), Set.of("ada"));
  private static final Viewer BOB = TestViewers.person(true, Set.of(), Set.of("bob"));
  private static final ApplicationKey PAY = key("pay");
  private static final ApplicationKey SHOP = key("shop");
  private static final PageSelection GOLD =
      new PageSelection(List.of(), "Tier", Optional.of("gold"));

  private final TestDirectory directory = new TestDirectory();
  private final Map<ApplicationKey, BoundPage> bound = new HashMap<>();
  private Instant now = Scene.AS_OF;
  private final ServicePages pages = new ServicePages(() -> bound, directory, () -> now);

  private static ApplicationKey key(String name) {
    return new ApplicationKey("default", "argocd", name);
  }

  private void page(long id, ApplicationKey application, String space, String tier) {
    bound.put(
        application,
        new BoundPage(id, space, List.of(new BoundPage.Property("Tier", List.of(tier)))));
  }

  private Set<ApplicationKey> chosen(Viewer viewer, PageSelection selection) {
    return pages.chosen(viewer, selection, List.of(PAY, SHOP));
  }

  @Test
  void aPageChoosesItsApplicationBySpaceAndProperty() {
    page(1, PAY, "PAY", "gold");
    page(2, SHOP, "SHOP", "gold");
    directory.page(new PageAddress.ById(1), "Pay", ADA);
    directory.page(new PageAddress.ById(2), "Shop", ADA);
    assertThat(chosen(ADA, GOLD)).containsExactlyInAnyOrder(PAY, SHOP);
    assertThat(chosen(ADA, new PageSelection(List.of("pay"), "Tier", Optional.of("gold"))))
        .containsExactly(PAY);
    assertThat(chosen(ADA, new PageSelection(List.of("SHOP"), "", Optional.empty())))
        .containsExactly(SHOP);
    assertThat(chosen(ADA, new PageSelection(List.of("OPS"), "", Optional.empty()))).isEmpty();
  }

  @Test
  void aPageThatThePersonMayNotViewChoosesNothing() {
    page(1, PAY, "PAY", "gold");
    page(2, SHOP, "PAY", "gold");
    directory.page(new PageAddress.ById(1), "Pay", ADA, BOB);
    directory.page(new PageAddress.ById(2), "Shop", ADA);
    assertThat(chosen(BOB, GOLD)).containsExactly(PAY);
    assertThat(chosen(ADA, GOLD)).containsExactlyInAnyOrder(PAY, SHOP);
  }

  @Test
  void confluenceIsAskedAgainAfterHalfAMinuteAndOnlyAboutPagesThatFit() {
    page(1, PAY, "PAY", "gold");
    page(2, SHOP, "PAY", "silver");
    directory.page(new PageAddress.ById(1), "Pay", ADA);
    chosen(ADA, GOLD);
    chosen(ADA, GOLD);
    assertThat(directory.asked).isEqualTo(1);
    now = now.plusSeconds(31);
    assertThat(chosen(ADA, GOLD)).containsExactly(PAY);
    assertThat(directory.asked).isEqualTo(2);
  }

  @Test
  void aLargeSetIsCompleteAfterAFewViews() {
    List<ApplicationKey> many = IntStream.range(0, 700).mapToObj(i -> key("a" + i)).toList();
    for (int i = 0; i < many.size(); i++) {
      page(i, many.get(i), "PAY", "gold");
      directory.page(new PageAddress.ById(i), "Page " + i, ADA);
    }
    assertThat(pages.chosen(ADA, GOLD, many)).hasSize(300);
    assertThat(pages.chosen(ADA, GOLD, many)).hasSize(600);
    assertThat(pages.chosen(ADA, GOLD, many)).hasSize(700);
  }

  @Test
  void parametersAreReadAndAPropertyWithoutANameIsRefused() throws BadParameter {
    assertThat(selection(Map.of())).matches(PageSelection::isForAll);
    assertThat(selection(Map.of("space", "A, B", "property", "On call = a=b")))
        .isEqualTo(new PageSelection(List.of("A", "B"), "On call", Optional.of("a=b")));
    assertThatThrownBy(() -> selection(Map.of("property", "=gold")))
        .isInstanceOf(BadParameter.class);
  }

  /** A block that only has these parameters. */
  private static final class Chooser implements Block {
    @Override
    public String name() {
      return "chooser";
    }

    @Override
    public Set<String> parameters() {
      return Set.of("space", "property");
    }

    @Override
    public Answer answer(Question question) {
      throw new UnsupportedOperationException();
    }
  }

  private static PageSelection selection(Map<String, String> given) throws BadParameter {
    return PageSelection.of(Parameters.of(new Chooser(), given));
  }
}
