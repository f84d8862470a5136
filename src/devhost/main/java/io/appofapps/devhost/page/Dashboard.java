package io.appofapps.devhost.page;

import io.appofapps.devhost.content.Content;
import io.appofapps.devhost.content.Page;
import io.appofapps.devhost.look.Action;
import io.appofapps.devhost.look.Exchange;
import io.appofapps.devhost.look.Frame;
import io.appofapps.devhost.look.Look;
import java.util.List;
import java.util.Map;

/** The dashboard: spaces and what was changed lately; also the search for titles. */
final class Dashboard implements Action {

  private static final int MOST = 30;

  private final Content content;
  private final Look look;
  private final PageFinder finder;
  private final People people;

  Dashboard(Content content, Look look, PageFinder finder, People people) {
    this.content = content;
    this.look = look;
    this.finder = finder;
    this.people = people;
  }

  @Override
  public void handle(Exchange exchange) {
    if (!finder.refuses(exchange)) {
      send(exchange, "dashboard", "Dashboard", content.pages().recent(MOST));
    }
  }

  void search(Exchange exchange) {
    if (!finder.refuses(exchange)) {
      String words = exchange.parameter("queryString").strip();
      List<Page> found = words.isEmpty() ? List.of() : content.pages().titled(words, MOST);
      send(exchange, "search", "Search", found);
    }
  }

  private void send(Exchange exchange, String template, String title, List<Page> pages) {
    String body =
        look.fragment(
            exchange,
            template,
            Map.of(
                "spaces", content.spaces().all(),
                "pages", content.permissions().visible(exchange.user(), pages),
                "addresses", new Links(),
                "people", people,
                "words", exchange.parameter("queryString")));
    look.send(
        exchange,
        200,
        new Frame(
            title + " - Confluence", "dashboard", "", body, List.of("atl.dashboard"), Map.of()));
  }
}
