package io.appofapps.confluence.view.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.view.Moments;
import io.appofapps.confluence.view.Scene;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class PiecesTest {

  private static final String EVIL = "\"'><img src=x onerror=alert(1)><script>";

  private static List<Html> all(String text) {
    return List.of(
        Html.text(text),
        Pieces.name(text),
        Pieces.name(text, "https://x.test/" + text, text),
        Pieces.note(text),
        Pieces.warning(text),
        Pieces.faint(text),
        Pieces.tone(Tone.BAD, text),
        Pieces.version(text),
        Pieces.value(text),
        Pieces.label(Tone.WARN, text),
        Pieces.environment(text),
        Pieces.link("https://x.test/" + text, text),
        Pieces.link(text, text));
  }

  @Test
  void noPieceLetsMarkupThrough() {
    for (Html piece : all(EVIL)) {
      for (Face face : Face.values()) {
        Element body = Jsoup.parse(piece.in(face)).body();
        assertThat(body.select("img, script, [onerror]")).as(piece.toString()).isEmpty();
        assertThat(body.text()).contains("<script>");
      }
    }
  }

  @Property(tries = 200)
  void everyTextIsReadAsItWasWrittenAsFarAsItIsLegible(@ForAll String text) {
    String legal =
        text.codePoints()
            .filter(c -> c == 9 || c == 10 || c == 13 || c >= 32)
            .filter(c -> c < 0xD800 || c > 0xDFFF)
            .filter(c -> c != 0xFFFE && c != 0xFFFF)
            .filter(c -> (c < 0x202A || c > 0x202E) && (c < 0x2066 || c > 0x2069))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    String read = org.jsoup.parser.Parser.unescapeEntities(Html.escape(text), true);
    assertThat(read).isEqualTo(legal);
  }

  @Test
  void namesKeepTheirDirectionToThemselves() {
    String hebrew = "שירות";
    assertThat(Pieces.name(hebrew + "\u202e").page()).contains("<bdi>" + hebrew + "</bdi>");
    assertThat(Html.legible("\u2067a\u202eb\u0001\u200f")).isEqualTo("ab\u200f");
    assertThat(Html.text("😀").export()).isEqualTo("😀");
  }

  @Test
  void onlyWebAddressesAndOwnPathsBecomeLinks() {
    for (String safe : List.of("https://a.test", "HTTP://a.test", "/display/DEMO/x")) {
      assertThat(Pieces.link(safe, "t").page()).startsWith("<a href=");
    }
    for (String unsafe :
        List.of(
            "javascript:alert(1)", "//evil.test", "/\\evil.test", "data:text/html,x", "x", "")) {
      assertThat(Pieces.link(unsafe, "t")).isEqualTo(Html.text("t"));
    }
  }

  @Test
  void timesAreAbsoluteInBothFacesAndTheScriptKnowsTheMoment() {
    Html time = Pieces.time(Instant.parse("2026-11-23T11:00:00Z"), new Moments(Scene.READER));
    assertThat(time.page()).contains("datetime=\"2026-11-23T11:00:00Z\"").contains("Nov 23, 2026");
    assertThat(time.export()).startsWith("Nov 23, 2026").doesNotContain("<");
  }
}
