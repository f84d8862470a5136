package io.appofapps.devhost.page;

import io.appofapps.devhost.content.Content;
import io.appofapps.devhost.content.Page;
import io.appofapps.devhost.content.Space;
import io.appofapps.devhost.look.Action;
import io.appofapps.devhost.look.Exchange;
import io.appofapps.devhost.look.Look;
import java.util.Optional;

/** {@code /display/SPACE} goes to the space's first root page, {@code /display/SPACE/T} shows T. */
final class SpaceHome implements Action {

  private final Content content;
  private final Look look;
  private final PageFinder finder;
  private final Action viewPage;

  SpaceHome(Content content, Look look, PageFinder finder, Action viewPage) {
    this.content = content;
    this.look = look;
    this.finder = finder;
    this.viewPage = viewPage;
  }

  @Override
  public void handle(Exchange exchange) {
    String[] parts = exchange.path().split("/", 4);
    if (parts.length == 4 && !parts[3].isEmpty()) {
      viewPage.handle(exchange);
    } else if (!finder.refuses(exchange)) {
      Optional<Space> space = parts.length < 3 ? Optional.empty() : content.spaces().find(parts[2]);
      space
          .flatMap(s -> home(exchange, s))
          .ifPresentOrElse(
              page -> exchange.redirect(Addresses.view(page)),
              () ->
                  look.message(
                      exchange,
                      404,
                      "warning",
                      "Space not found",
                      "There is no such space, or it has no page that you may see."));
    }
  }

  private Optional<Page> home(Exchange exchange, Space space) {
    return content
        .permissions()
        .visible(exchange.user(), content.pages().inSpace(space.key()))
        .stream()
        .filter(page -> page.parent().isEmpty())
        .findFirst();
  }
}
