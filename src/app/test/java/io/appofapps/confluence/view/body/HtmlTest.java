package io.appofapps.confluence.view.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

class HtmlTest {

  @Property
  void inAsciiTheSameIsSaidInTextAndInAttributes(@ForAll String text) {
    String markup = "<p title=\"" + Html.escape(text) + "\">" + Html.escape(text) + "</p>";
    String ascii = Html.ascii(markup);

    assertThat(ascii).matches("(?s)[\\x00-\\x9f]*");
    for (Parser parser : List.of(Parser.xmlParser(), Parser.htmlParser())) {
      Element before = Jsoup.parse(markup, "", parser).selectFirst("p");
      Element after = Jsoup.parse(ascii, "", parser).selectFirst("p");
      assertThat(after.attr("title")).isEqualTo(before.attr("title"));
      assertThat(after.wholeText()).isEqualTo(before.wholeText());
    }
  }

  @Property
  void whatIsAsciiStaysAsItIs(@ForAll String text) {
    String ascii = Html.ascii(text);
    assertThat(Html.ascii(ascii)).isSameAs(ascii);
  }
}
