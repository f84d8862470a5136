package io.appofapps.confluence.view.frame;

import static io.appofapps.confluence.application.Apps.app;
import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.view.Scene;
import io.appofapps.confluence.view.TreePage;
import io.appofapps.confluence.view.body.Badge;
import io.appofapps.confluence.view.body.Face;
import io.appofapps.confluence.view.body.Html;
import io.appofapps.confluence.view.body.Pieces;
import io.appofapps.confluence.view.body.Tone;
import java.time.Instant;
import java.util.Set;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class FrameTest {

  private final Scene scene =
      Scene.of(app("root").lists("a", "b"), app("a").trackedBy("root"), app("b").trackedBy("root"));
  private final Ledger ledger = new Ledger(scene);

  private Document html(Face face, String page, String... parameters) throws BadParameter {
    Question question = Scene.question(ledger, face, parameters);
    return Jsoup.parse(scene.frame.html(ledger, question, page, true));
  }

  private Answer.Shown shown(Question question) throws BadParameter {
    return (Answer.Shown) ledger.answer(question);
  }

  @Test
  void aPageCarriesWhatTheScriptNeedsToAskAgain() throws BadParameter {
    Document html = html(Face.PAGE, "12", "more", "1", "other", "ignored");
    assertThat(html.select(".aoa").attr("data-block")).isEqualTo("aoa-ledger");
    assertThat(html.select(".aoa").attr("data-parameters")).isEqualTo("more=1&set=root");
    assertThat(html.select(".aoa").attr("data-page")).isEqualTo("12");
    assertThat(html.select(".aoa-csv").attr("href"))
        .isEqualTo("/confluence/rest/aoa/1.0/blocks/aoa-ledger/csv?more=1&set=root&page=12");
    assertThat(html.select(".aoa-title").text()).isEqualTo("<Ledger>");
    assertThat(html.select("tbody tr")).hasSize(3);
    assertThat(html.select("tbody th[scope=row]").eachText()).containsExactly("root", "a", "b");
  }

  @Test
  void columnsThatAreNotShownAreThereForReadersToChooseButNotOnPaper() throws BadParameter {
    assertThat(html(Face.PAGE, "").select("th[data-column=health]").hasAttr("hidden")).isTrue();
    Document export = html(Face.EXPORT, "");
    assertThat(export.select("th")).hasSize(1);
    assertThat(export.select("[hidden], button, input, svg, [data-row]")).isEmpty();
    assertThat(export.text())
        .contains("3 names")
        .contains("Nov 23, 2026")
        .contains("Europe/Berlin");
  }

  /** A cell of Page Properties: what a report copies from it has neither our styles nor script. */
  @Test
  void aBadgeIsWordsInALineThatStandAlone() throws BadParameter {
    Badge badge = new Badge(Html.words(Pieces.label(Tone.BAD, "2 drifted"), Html.text("<b>")));
    InLine block = new InLine(scene, badge);

    Document page =
        Jsoup.parse(scene.frame.html(block, Scene.question(block, Face.PAGE), "7", true));
    assertThat(page.body().text()).isEqualTo("2 drifted <b>");
    assertThat(page.body().select("*").not("body")).allMatch(e -> e.tagName().equals("span"));

    Document export =
        Jsoup.parse(scene.frame.html(block, Scene.question(block, Face.EXPORT), "7", true));
    assertThat(export.body().text())
        .startsWith("[2 drifted] <b> (as of ")
        .contains("Nov 23, 2026")
        .endsWith("Europe/Berlin · default)");
    assertThat(export.select("[data-row], [data-block], .aoa-live, div, table, svg")).isEmpty();
  }

  @Test
  void aBadgeWithNothingToShowSaysWhatToDoOnPaperToo() throws BadParameter {
    InLine block = new InLine(scene, new Badge(Html.text("never")));
    String export =
        scene.frame.html(block, Scene.question(block, Face.EXPORT, "set", "<i>"), "7", true);
    assertThat(Jsoup.parse(export).text())
        .isEqualTo("Deployment set “<i>” does not exist. Sets you may use here: root.");
    assertThat(export).startsWith("<em>").doesNotContain("<i>", "title=");
  }

  private record InLine(Scene scene, Badge badge) implements Block {

    @Override
    public String name() {
      return "aoa-in-line";
    }

    @Override
    public Set<String> parameters() {
      return Set.of("set");
    }

    @Override
    public boolean inline(Parameters parameters) {
      return true;
    }

    @Override
    public Answer answer(Question question) throws BadParameter {
      TreePage page =
          scene.pages.open(question.viewer(), question.place(), question.parameters().set());
      return page instanceof TreePage.Ready ready
          ? Answer.of(ready, ready.view(), () -> Content.of("In a line", badge))
          : new Answer.Away(page);
    }
  }

  @Test
  void viewersOfTheSameAudienceShareOneDrawing() throws BadParameter {
    html(Face.PAGE, "1");
    html(Face.PAGE, "2");
    scene.phase(ConnectionState.Phase.STALE, "refused");
    html(Face.PAGE, "1");
    assertThat(ledger.drawn()).isEqualTo(1);
  }

  @Test
  void onlyWhatChangedIsSentAndNothingWhenNothingDid() throws BadParameter {
    Question question = Scene.question(ledger, Face.PAGE);
    Token before = Token.parse(html(Face.PAGE, "").select(".aoa").attr("data-revision"));
    assertThat(scene.frame.isUpToDate(shown(question), before)).isTrue();

    scene.change(app("b").trackedBy("root").health(HealthStatus.DEGRADED));
    assertThat(scene.frame.isUpToDate(shown(question), before)).isFalse();
    BlockChange change = scene.frame.changeSince(ledger, question, shown(question), before);
    assertThat(change.rows().keySet()).containsExactly("Application/default/argocd/b");
    assertThat(change.bodyHtml()).isEmpty();
    assertThat(change.order()).isEmpty();
  }

  @Test
  void otherColumnsOrAnUnknownTokenGetTheWholeBody() throws BadParameter {
    Token few = Token.parse(html(Face.PAGE, "").select(".aoa").attr("data-revision"));
    Question more = Scene.question(ledger, Face.PAGE, "more", "1");
    for (Token token : new Token[] {few, Token.parse(""), Token.parse("9.x; DROP"), null}) {
      Token known = token == null ? Token.parse("99999999999999999999.a") : token;
      assertThat(scene.frame.changeSince(ledger, more, shown(more), known).bodyHtml())
          .hasValueSatisfying(body -> assertThat(Jsoup.parse(body).select("tr")).hasSize(4));
    }
  }

  @Test
  void aRevisionOfAnotherNodeThatIsAheadGetsEveryRow() throws BadParameter {
    String token = html(Face.PAGE, "").select(".aoa").attr("data-revision");
    Token ahead = Token.parse("999999999999999999" + token.substring(token.indexOf('.')));
    Question question = Scene.question(ledger, Face.PAGE);
    BlockChange change = scene.frame.changeSince(ledger, question, shown(question), ahead);
    assertThat(change.rows()).hasSize(3);
  }

  private static Pulse pulse(Instant... stamps) {
    return Pulse.of(java.util.Arrays.stream(stamps));
  }

  @Test
  void aControllerThatComparesNothingForLongLooksStuck() {
    Instant last = Scene.AS_OF;
    Pulse pulse = pulse(last.minusSeconds(170), last.minusSeconds(20), last);
    assertThat(pulse.frozen(last.plusSeconds(600))).isFalse();
    assertThat(pulse.frozen(last.plusSeconds(901))).isTrue();
  }

  @Test
  void wherePollingIsOffOrLittleIsKnownAgeProvesNothing() {
    Instant last = Scene.AS_OF;
    Instant later = last.plusSeconds(90_000);
    assertThat(pulse(last.minusSeconds(40_000), last.minusSeconds(20), last).frozen(later))
        .isFalse();
    assertThat(pulse(last, last).frozen(later)).isFalse();
    assertThat(Pulse.NONE.frozen(later)).isFalse();
  }

  @Test
  void theFrameIsDrawnAnewOnlyWhenSomethingOfItIsAnother() throws BadParameter {
    Question question = Scene.question(ledger, Face.PAGE);
    String first = scene.frame.html(ledger, question, "7", true);
    assertThat(scene.frame.html(ledger, question, "7", true)).isSameAs(first);

    String other = scene.frame.html(ledger, question, "8", true);
    assertThat(Jsoup.parse(other).select(".aoa").attr("data-page")).isEqualTo("8");
    assertThat(scene.frame.html(ledger, question, "7", true)).isEqualTo(first);

    scene.phase(ConnectionState.Phase.STALE, "It does not answer.");
    Document down = Jsoup.parse(scene.frame.html(ledger, question, "7", true));
    assertThat(down.select(".aoa-stamp").outerHtml()).contains("It does not answer.");

    scene.phase(ConnectionState.Phase.LIVE, "");
    scene.change(app("c").trackedBy("root"));
    Document grown = Jsoup.parse(scene.frame.html(ledger, question, "7", true));
    assertThat(grown.select("tbody tr")).hasSize(4);
  }

  @Test
  void drawingsAreBounded() throws BadParameter {
    BlockDrawings few = new BlockDrawings(3, 1_000_000);
    BlockDrawings light = new BlockDrawings(10, 1);
    for (int i : IntStream.range(0, 5).toArray()) {
      Question question =
          Scene.question(ledger, i % 2 == 0 ? Face.PAGE : Face.EXPORT, "more", "" + i / 4);
      Answer.Shown shown = shown(question).within(i);
      few.draw(ledger, question, shown);
      light.draw(ledger, question, shown);
    }
    assertThat(few.size()).isEqualTo(3);
    assertThat(light.size()).isEqualTo(1);
  }
}
