package io.appofapps.confluence.docs;

import static io.appofapps.confluence.docs.Storage.details;
import static io.appofapps.confluence.docs.Storage.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FactsReaderTest {

  @Test
  void eachRowOfPagePropertiesIsAField() {
    PageFacts facts =
        read(details(row("Owner", "<p>team-a</p>") + row("<strong>On call</strong>", "#a, #b")));
    assertThat(facts.fields()).extracting(SaidField::header).containsExactly("Owner", "On call");
    assertThat(texts(facts, 0)).containsExactly("team-a");
    assertThat(texts(facts, 1)).containsExactly("#a", "#b");
  }

  @Test
  void aTableWithItsNamesInTheFirstRowSaysThemInTheSecond() {
    PageFacts facts =
        read(
            details(
                "<tr><th>Owner</th><th>Runbook</th></tr>"
                    + "<tr><td>team-a</td><td><a href=\"https://r.example.com/\">book</a></td></tr>"));
    assertThat(texts(facts, 0)).containsExactly("team-a");
    assertThat(facts.fields().get(1).pieces().get(0).readings())
        .containsExactly("book", "https://r.example.com/");
  }

  @Test
  void tablesOutsideOfPagePropertiesAndTablesInCellsAreNotRead() {
    String table = "<table><tbody>" + row("Owner", "other") + "</tbody></table>";
    PageFacts facts = read(table + details(row("Owner", "mine" + table)));
    assertThat(facts.fields()).hasSize(1);
  }

  @Test
  void pagePropertiesWithAnIdKeepIt() {
    PageFacts facts =
        read(
            "<ac:structured-macro ac:name=\"details\"><ac:parameter ac:name=\"hidden\">true"
                + "</ac:parameter><ac:parameter ac:name=\"id\">prod</ac:parameter>"
                + "<ac:rich-text-body><div><table><tr><td>Owner</td><td>a</td></tr></table></div>"
                + "</ac:rich-text-body></ac:structured-macro>");
    assertThat(facts.fields()).extracting(SaidField::details).containsExactly("prod");
  }

  @Test
  void peoplePagesStatusesStoriesAndDatesAreItems() {
    String cell =
        "<p><ac:link><ri:user ri:userkey=\"k1\" /></ac:link>, "
            + "<ac:link><ri:page ri:space-key=\"OPS\" ri:content-title=\"Run &amp; book\" />"
            + "<ac:plain-text-link-body><![CDATA[the book]]></ac:plain-text-link-body></ac:link> "
            + "<ac:structured-macro ac:name=\"status\"><ac:parameter ac:name=\"colour\">Red"
            + "</ac:parameter><ac:parameter ac:name=\"title\">LIVE</ac:parameter>"
            + "</ac:structured-macro>"
            + "<ac:structured-macro ac:name=\"jira\"><ac:parameter ac:name=\"key\">PAY-1"
            + "</ac:parameter></ac:structured-macro><time datetime=\"2026-01-02\" /></p>";
    PageFacts facts =
        FactsReader.read(
            details(row("All", cell)), key -> key.equals("k1") ? List.of("Ada", "ada") : List.of());
    assertThat(facts.fields().get(0).pieces())
        .extracting(Piece::readings)
        .containsExactly(
            List.of("Ada", "ada", "k1"),
            List.of("the book", "Run & book", "OPS:Run & book"),
            List.of("LIVE"),
            List.of("PAY-1"),
            List.of("2026-01-02"));
  }

  @Test
  void instructionsOfATemplateSayNothing() {
    PageFacts facts = read(details(row("Owner", "<ac:placeholder>Who?</ac:placeholder>")));
    assertThat(facts.fields().get(0).pieces()).isEmpty();
  }

  @Test
  void macrosBindAndLookAlikesDoNot() {
    PageFacts facts =
        read(
            Storage.application("argocd/pay")
                + Storage.application("argocd/pay")
                + "<ac:structured-macro ac:name=\"expand\"><ac:rich-text-body>"
                + Storage.application("shop")
                + "</ac:rich-text-body></ac:structured-macro>"
                + "<ac:structured-macro ac:name=\"code\"><ac:plain-text-body><![CDATA["
                + Storage.application("quoted")
                + "]]></ac:plain-text-body></ac:structured-macro>"
                + "<ac:structured-macro ac:name=\"aoa-application\" />"
                + "<!-- "
                + Storage.application("hidden")
                + " -->");
    assertThat(facts.applications())
        .containsExactly(new MacroMention("argocd/pay", ""), new MacroMention("shop", ""));
  }

  @Test
  void onlyWebAddressesAreLinks() {
    PageFacts facts =
        read(
            "<a href=\"javascript:alert(1)\">Runbook</a><a href=\"https://x.example.com\">Logs</a>");
    assertThat(facts.links()).containsExactly(new NamedLink("Logs", "https://x.example.com"));
  }

  @Test
  void aBrokenPageSaysWhy() {
    assertThat(read("<p>open").problem()).contains("malformed");
    assertThat(read("<p>fine</p>").problem()).isEmpty();
  }

  @Test
  void longTextIsCutBetweenCharacters() {
    PageFacts facts = read(details(row("Owner", "x" + "😀".repeat(10_000))));
    String text = texts(facts, 0).get(0);
    assertThat(text).hasSizeLessThanOrEqualTo(1_000);
    assertThat(Character.isHighSurrogate(text.charAt(text.length() - 1))).isFalse();
  }

  private static PageFacts read(String storage) {
    return FactsReader.read(storage, Names.NONE);
  }

  private static List<String> texts(PageFacts facts, int field) {
    return facts.fields().get(field).pieces().stream().map(Piece::text).toList();
  }
}
