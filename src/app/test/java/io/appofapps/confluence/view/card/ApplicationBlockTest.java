package io.appofapps.confluence.view.card;

import static io.appofapps.confluence.application.Apps.app;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appofapps.confluence.application.Apps;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.set.ArgoCdLinks;
import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.view.Scene;
import io.appofapps.confluence.view.TestViewers;
import io.appofapps.confluence.view.body.Face;
import io.appofapps.confluence.view.drift.AccessFindings;
import io.appofapps.confluence.view.drift.DriftPages;
import io.appofapps.confluence.view.frame.Answer;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.Content;
import io.appofapps.confluence.view.frame.Parameters;
import io.appofapps.confluence.view.frame.Question;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class ApplicationBlockTest {

  private static final String EVIL = "<img src=x onerror=alert(1)>";

  private final Scene scene =
      Scene.of(
          app("root").lists("web"),
          app("web")
              .trackedBy("root")
              .health(HealthStatus.DEGRADED)
              .label("environment", "prod")
              .images("registry.example.com/shop/web:1.2.3")
              .path("apps/web"),
          app("other", "web").project("elsewhere"));
  private Optional<PageNotes.Notes> notes = Optional.empty();
  private final ApplicationBlock block =
      new ApplicationBlock(
          new DriftPages(
              scene.pages,
              scene.configuration,
              new ArgoCdLinks(scene.configuration),
              new AccessFindings(content -> Optional.empty()),
              Optional.empty()),
          new ArgoCdLinks(scene.configuration),
          scene.configuration,
          (viewer, content, application, set) -> notes,
          scene.texts);

  @Test
  void theCardSaysHowTheApplicationStandsAndWhatIsWrong() throws BadParameter {
    for (String name : new String[] {"web", "argocd/web", "default/argocd/web"}) {
      Content content = ((Answer.Shown) answer(name)).content().get();

      assertThat(content.title()).isEqualTo("Application · web");
      assertThat(html(content))
          .containsSubsequence(
              "Degraded", "synced automatically", "1.2.3", "shop/web", "prod", "apps/web")
          .contains("web is Degraded");
    }
  }

  @Test
  void anApplicationOutsideTheSetIsUnknown() throws BadParameter {
    assertThat(answer("other/web")).isInstanceOf(Answer.Refused.class);
    assertThatThrownBy(() -> answer("")).isInstanceOf(BadParameter.class);
  }

  @Test
  void whoMayEditTheOutdatedPageGetsTheButtonsAndNobodyElse() throws BadParameter {
    List<PageNotes.Proposal> proposals = List.of(new PageNotes.Proposal("owner", EVIL));
    notes = Optional.of(new PageNotes.Notes(true, true, proposals, Optional.empty()));
    Content content = ((Answer.Shown) answer("web")).content().get();
    Document card = Jsoup.parse(html(content));
    assertThat(card.select("button").eachText()).containsExactly("Mark as reviewed", "Take over");
    assertThat(card.select("[data-act=accept]").attr("data-says")).isEqualTo(EVIL);
    assertThat(card.select("[data-act=accept]").attr("data-application"))
        .isEqualTo("default/argocd/web");
    assertThat(card.select("img")).isEmpty();
    content
        .body()
        .rows()
        .forEach(row -> assertThat(row.html(Face.EXPORT)).doesNotContain("<button"));

    notes = Optional.of(new PageNotes.Notes(true, false, List.of(), Optional.empty()));
    assertThat(html(((Answer.Shown) answer("web")).content().get()))
        .contains("Nobody has looked this page through")
        .doesNotContain("<button");
  }

  @Test
  void theCardSaysWhoLookedThePageThrough() throws BadParameter {
    notes =
        Optional.of(
            new PageNotes.Notes(
                false,
                true,
                List.of(),
                Optional.of(new PageNotes.Reviewed(Optional.of("Ada L."), Scene.AS_OF))));
    assertThat(html(((Answer.Shown) answer("web")).content().get()))
        .contains("Reviewed by Ada L.")
        .doesNotContain("<button");
  }

  @Test
  void ofSeveralWithOneNameTheAuthorHasToChoose() throws BadParameter {
    scene.replace(
        app("root").lists("web").lists(Apps.reference("two", "web")),
        app("web").trackedBy("root"),
        app("two", "web").trackedBy("root"));

    Answer.Refused refused = (Answer.Refused) answer("web");

    assertThat(refused.message().action()).contains("argocd/web, two/web");
    assertThat(answer("two/web")).isInstanceOf(Answer.Shown.class);
  }

  /** A parent that deploys elsewhere says of its children what another cluster has. */
  @Test
  void thoseThatOnlyTheirClustersTellApartAreNamedInFull() throws BadParameter {
    scene.replace(
        app("root").lists("team"),
        app("team").destination("https://elsewhere.example.com", "", "argocd").lists("web"),
        app("web").trackedBy("team"));

    Answer.Refused refused = (Answer.Refused) answer("web");

    assertThat(refused.message().action())
        .contains("default/argocd/web, default:https://elsewhere.example.com/argocd/web");
    assertThat(answer("default/argocd/web")).isInstanceOf(Answer.Shown.class);
  }

  @Test
  void whatPeopleWroteIsNeverMarkup() throws BadParameter {
    scene.replace(
        app("root")
            .project(EVIL)
            .images(EVIL + "/a:" + EVIL)
            .source(EVIL, "", EVIL)
            .label("environment", EVIL)
            .destination(EVIL, EVIL, EVIL));

    assertThat(html(((Answer.Shown) answer("root")).content().get()))
        .contains("&lt;img")
        .doesNotContain("<img");
  }

  private Answer answer(String application) throws BadParameter {
    return block.answer(
        new Question(
            TestViewers.licensed().current().orElseThrow(),
            new Place.Page(Optional.of("page"), Optional.of("DEMO")),
            Parameters.of(block, Map.of("set", "root", "application", application)),
            Face.PAGE));
  }

  private static String html(Content content) {
    StringBuilder html = new StringBuilder();
    content.body().rows().forEach(row -> html.append(row.html(Face.PAGE)));
    return html.toString();
  }
}
