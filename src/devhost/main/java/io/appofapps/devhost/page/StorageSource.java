package io.appofapps.devhost.page;

import io.appofapps.devhost.content.Content;
import io.appofapps.devhost.content.Page;
import io.appofapps.devhost.look.Action;
import io.appofapps.devhost.look.Exchange;
import io.appofapps.devhost.look.Frame;
import io.appofapps.devhost.look.Look;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Shows the storage format of a page. */
final class StorageSource implements Action {

  private final Content content;
  private final Look look;
  private final PageFinder finder;
  private final SpaceSide side;

  StorageSource(Content content, Look look, PageFinder finder, SpaceSide side) {
    this.content = content;
    this.look = look;
    this.finder = finder;
    this.side = side;
  }

  @Override
  public void handle(Exchange exchange) {
    finder.visible(exchange).ifPresent(page -> send(exchange, page));
  }

  private void send(Exchange exchange, Page page) {
    String body =
        look.fragment(exchange, "storage", Map.of("page", page, "addresses", new Links()));
    String sidebar =
        side.html(
            exchange,
            content.spaces().find(page.spaceKey()).orElseThrow(),
            OptionalLong.of(page.id()));
    look.send(
        exchange,
        200,
        new Frame(
            "Storage format - " + page.title(),
            "with-space-sidebar",
            sidebar,
            body,
            List.of("main"),
            Map.of()));
  }
}
