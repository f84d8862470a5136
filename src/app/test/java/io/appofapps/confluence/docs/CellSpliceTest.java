package io.appofapps.confluence.docs;

import static io.appofapps.confluence.docs.Storage.details;
import static io.appofapps.confluence.docs.Storage.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CellSpliceTest {

  record Around(String before, String after) {}

  @Property(tries = 150)
  void onlyTheValueChanges(
      @ForAll("around") Around around, @ForAll("cells") String cell, @ForAll String value) {
    String page = around.before() + row("Owner", cell) + around.after();
    String spliced = CellSplice.replace(page, "", "owner", value).orElseThrow();

    assertThat(spliced).startsWith(around.before() + "<tr><th scope=\"row\">Owner</th><td");
    assertThat(spliced).endsWith("</td></tr>" + around.after());
    PageFacts before = FactsReader.read(page, Names.NONE);
    PageFacts after = FactsReader.read(spliced, Names.NONE);
    assertThat(after.problem()).isEmpty();
    assertThat(others(after)).isEqualTo(others(before));
    assertThat(after.applications()).isEqualTo(before.applications());
  }

  @Property(tries = 150)
  void whatWasWrittenIsReadAgain(@ForAll("values") String value, @ForAll("cells") String cell) {
    String page = details(row("Owner", cell));
    String spliced = CellSplice.replace(page, "", "Owner", value).orElseThrow();
    KnownPage known = Storage.page(1, "Pay", spliced);
    assertThat(
            new Comparison(List.of(FieldRule.of("owner", "Owner")))
                .differences(known, java.util.Map.of("owner", value)))
        .isEmpty();
    assertThat(CellSplice.replace(spliced, "", "Owner", value)).contains(spliced);
  }

  @Example
  void theParagraphAroundTheValueStays() {
    assertThat(
            CellSplice.replace(
                details(row("Owner", "<p class=\"x\"> <strong>a</strong> </p>")), "", "Owner", "b"))
        .contains(details(row("Owner", "<p class=\"x\"> <strong>b</strong> </p>")));
  }

  @Example
  void anEmptyTagIsOpened() {
    assertThat(
            CellSplice.replace(
                details("<tr><th>Owner</th><td class=\"a/b\" /></tr>"), "", "Owner", "b"))
        .contains(details("<tr><th>Owner</th><td class=\"a/b\" >b</td></tr>"));
  }

  @Example
  void markupOfTheClusterIsOnlyText() {
    assertThat(
            CellSplice.replace(
                details(row("Owner", "a")), "", "Owner", "</td><script>\"x\"&amp;</script>\u0000"))
        .contains(
            details(
                row("Owner", "&lt;/td&gt;&lt;script&gt;&quot;x&quot;&amp;amp;&lt;/script&gt; ")));
    assertThat(CellSplice.replace(details(row("Owner", "a")), "", "Owner", "javascript:alert(1)"))
        .contains(details(row("Owner", "javascript:alert(1)")));
  }

  @Example
  void whatAHumanLaidOutIsLeftAlone() {
    for (String cell :
        List.of(
            "<ul><li>a</li></ul>",
            "<p>a</p><p>b</p>",
            "<ac:image><ri:attachment ri:filename=\"a\" /></ac:image>",
            "<ac:structured-macro ac:name=\"status\" />",
            "<table><tbody><tr><td>a</td></tr></tbody></table>")) {
      assertThat(CellSplice.replace(details(row("Owner", cell)), "", "Owner", "b")).isEmpty();
    }
  }

  @Example
  void pagesWithoutTheCellAndBrokenPagesAreLeftAlone() {
    assertThat(CellSplice.replace(details(row("Team", "a")), "", "Owner", "b")).isEmpty();
    assertThat(CellSplice.replace(details(row("Owner", "a")), "prod", "Owner", "b")).isEmpty();
    assertThat(CellSplice.replace("<p>" + details(row("Owner", "a")), "", "Owner", "b")).isEmpty();
  }

  private static List<SaidField> others(PageFacts facts) {
    return facts.fields().stream()
        .filter(field -> !field.header().equals("Owner"))
        .collect(Collectors.toList());
  }

  @Provide
  Arbitrary<Around> around() {
    Arbitrary<String> rows =
        Arbitraries.of(
                row("Team", "<p>a &amp; b</p>"),
                row("Runbook", "<a href=\"https://x.example.com\">x</a>"),
                row("Note", "<ul><li>1</li></ul>"),
                row("שם", "😀&nbsp;"),
                "<!-- <td> -->\n")
            .list()
            .ofMaxSize(3)
            .map(each -> String.join("", each));
    Arbitrary<String> text =
        Arbitraries.of(
            "",
            "<p>Caf&eacute;</p>",
            "\r\n",
            "<hr/>",
            "😀",
            "&lt;td&gt;",
            Storage.application("shop"),
            "<p ><br /> </p >");
    String open = details("").replaceFirst("</tbody>.*", "");
    return Combinators.combine(text, rows, rows, text)
        .as(
            (first, above, below, last) ->
                new Around(
                    first + open + above,
                    below + "</tbody></table></ac:rich-text-body></ac:structured-macro>" + last));
  }

  @Provide
  Arbitrary<String> cells() {
    return Arbitraries.of(
        "",
        "<p />",
        "<p> </p>",
        "team-a",
        "<p>team <strong>a</strong></p>",
        "&nbsp;",
        "<br />",
        "<ac:link><ri:user ri:userkey=\"1\" /></ac:link>",
        "<p><a href=\"https://a\">a</a>, b</p>");
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.of(
        "team-b",
        "@Team B",
        "https://runbook.example.com/pay?a=1&b=2",
        "a, b; c",
        "<b>x</b>",
        "עברית 😀",
        "\"quoted\"",
        "ops@example.com");
  }
}
