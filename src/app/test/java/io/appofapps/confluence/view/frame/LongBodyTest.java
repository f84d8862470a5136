package io.appofapps.confluence.view.frame;

import static io.appofapps.confluence.application.Apps.app;
import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.Apps;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.view.Scene;
import io.appofapps.confluence.view.body.Face;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** A table of a root and its 150 Applications in alphabetical order: too long for a page. */
class LongBodyTest {

  private static final int MANY = 150;
  private static final int SENT = 30;

  private final Scene scene = Scene.of(apps(MANY));
  private final Ledger ledger = new Ledger(scene);
  private final Question first = Scene.question(ledger, Face.PAGE);
  private final Question all = Scene.question(ledger, Face.PAGE, "rows", "all");

  private static Apps[] apps(int count, String... more) {
    List<String> names = new ArrayList<>(List.of(more));
    for (int i = 0; i < count; i++) {
      names.add(name(i));
    }
    List<Apps> apps = new ArrayList<>();
    apps.add(app("root").lists(names.toArray(new String[0])));
    names.forEach(name -> apps.add(app(name).trackedBy("root")));
    return apps.toArray(new Apps[0]);
  }

  private static String name(int number) {
    return "app-%03d".formatted(number);
  }

  private Document html(Question question) throws BadParameter {
    return Jsoup.parse(scene.frame.html(ledger, question, "12", true));
  }

  private Token token(Question question) throws BadParameter {
    return Token.parse(html(question).select(".aoa").attr("data-revision"));
  }

  private BlockChange change(Question question, Token known) throws BadParameter {
    Answer.Shown shown = (Answer.Shown) ledger.answer(question);
    return scene.frame.changeSince(ledger, question, shown, known);
  }

  @Test
  void aPageGetsTheFirstRowsAndSaysHowManyMoreThereAre() throws BadParameter {
    Document page = html(first);
    assertThat(page.select("tbody tr")).hasSize(SENT);
    assertThat(page.select(".aoa-summary").text()).isEqualTo("151 names");
    assertThat(page.select(".aoa-foot").text()).isEqualTo("121 more rows · show all");
    assertThat(page.select(".aoa-all").attr("data-more")).isEqualTo("cut");
    assertThat(page.select("noscript").text()).startsWith("121 rows are").contains("CSV");
  }

  @Test
  void aShortTableIsSentWhole() throws BadParameter {
    scene.replace(apps(99));
    Document page = html(first);
    assertThat(page.select("tbody tr")).hasSize(100);
    assertThat(page.select(".aoa-foot, noscript").text()).isEmpty();
  }

  @Test
  void whoAsksForAllRowsGetsThemAndPaperAndCsvHaveThemAnyway() throws BadParameter {
    Document page = html(all);
    assertThat(page.select("tbody tr")).hasSize(MANY + 1);
    assertThat(page.select(".aoa-foot").text()).isEmpty();
    assertThat(page.select(".aoa").attr("data-parameters")).isEqualTo("rows=all&set=root");
    assertThat(html(Scene.question(ledger, Face.EXPORT)).select("tbody tr")).hasSize(MANY + 1);
    Answer.Shown shown = (Answer.Shown) ledger.answer(first);
    Content content = scene.drawings.draw(ledger, first, shown).content();
    assertThat(content.table().orElseThrow().rows()).hasSize(MANY + 1);
  }

  @Test
  void theRowsThatAPageCameWithoutComeWithTheTokenAndFooterOfAll() throws BadParameter {
    RowPage page =
        scene.frame.rows(ledger, all, (Answer.Shown) ledger.answer(all), SENT, Integer.MAX_VALUE);
    assertThat(page.total()).isEqualTo(MANY + 1);
    assertThat(page.rows()).hasSize(MANY + 1 - SENT);
    assertThat(page.rows().get(0)).contains(name(SENT - 1));
    assertThat(page.footerHtml()).isEmpty();
    assertThat(change(all, Token.parse(page.revision())).rows()).isEmpty();
  }

  @Test
  void aChangeBelowTheSentRowsGoesOnlyToPagesThatHaveAll() throws BadParameter {
    Token beginning = token(first);
    Token whole = token(all);
    scene.change(app(name(120)).trackedBy("root").health(HealthStatus.DEGRADED));
    String changed = "Application/default/argocd/" + name(120);
    assertThat(change(all, whole).rows()).containsKey(changed);
    assertThat(change(first, beginning).rows()).doesNotContainKey(changed);
    assertThat(change(first, beginning).order()).isEmpty();
  }

  @Test
  void aRowThatComesPushesTheLastSentOneOutAndComesBackWhenItGoes() throws BadParameter {
    Token before = token(first);
    scene.replace(apps(MANY, "aaa"));
    BlockChange came = change(first, before);
    assertThat(came.rows()).containsKey("Application/default/argocd/aaa");
    assertThat(came.order().orElseThrow())
        .hasSize(SENT)
        .contains("Application/default/argocd/aaa")
        .doesNotContain("Application/default/argocd/" + name(SENT - 2));
    assertThat(came.footerHtml()).contains("122 more rows");

    scene.replace(apps(MANY));
    BlockChange went = change(first, Token.parse(came.revision()));
    assertThat(went.rows()).containsKey("Application/default/argocd/" + name(SENT - 2));
    assertThat(went.order().orElseThrow())
        .endsWith("Application/default/argocd/" + name(SENT - 2))
        .doesNotContain("Application/default/argocd/aaa");
  }

  @Test
  void aTableThatGrowsTooLongKeepsItsBodyOnPages() throws BadParameter {
    scene.replace(apps(99));
    Token before = token(first);
    scene.replace(apps(MANY));
    BlockChange change = change(first, before);
    assertThat(change.bodyHtml()).isEmpty();
    assertThat(change.order().orElseThrow()).hasSize(SENT);
    assertThat(change.footerHtml()).contains("data-more=\"cut\"");
  }
}
