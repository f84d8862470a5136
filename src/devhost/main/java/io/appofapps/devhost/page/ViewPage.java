package io.appofapps.devhost.page;

import io.appofapps.devhost.content.Content;
import io.appofapps.devhost.content.Page;
import io.appofapps.devhost.content.Restriction;
import io.appofapps.devhost.content.Space;
import io.appofapps.devhost.content.api.HostPage;
import io.appofapps.devhost.look.Action;
import io.appofapps.devhost.look.Exchange;
import io.appofapps.devhost.look.Frame;
import io.appofapps.devhost.look.Look;
import io.appofapps.devhost.render.HostConversionContext;
import io.appofapps.devhost.render.Output;
import io.appofapps.devhost.render.Rendered;
import io.appofapps.devhost.render.StorageRenderer;
import io.appofapps.devhost.user.Accounts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Shows a page, in its current or an older version, for any output. */
final class ViewPage implements Action {

  private final Content content;
  private final StorageRenderer renderer;
  private final Look look;
  private final PageFinder finder;
  private final SpaceSide side;
  private final People people;
  private final Accounts accounts;

  ViewPage(
      Content content,
      StorageRenderer renderer,
      Look look,
      PageFinder finder,
      SpaceSide side,
      People people,
      Accounts accounts) {
    this.content = content;
    this.renderer = renderer;
    this.look = look;
    this.finder = finder;
    this.side = side;
    this.people = people;
    this.accounts = accounts;
  }

  @Override
  public void handle(Exchange exchange) {
    finder
        .visible(exchange)
        .flatMap(page -> version(exchange, page))
        .ifPresent(page -> show(exchange, page));
  }

  private Optional<Page> version(Exchange exchange, Page page) {
    OptionalInt version = exchange.smallNumber("pageVersion");
    if (version.isEmpty()) {
      return Optional.of(page);
    }
    Optional<Page> old = content.pages().find(page.id(), version.getAsInt());
    if (old.isEmpty()) {
      look.message(exchange, 404, "warning", "Page not found", "There is no such version.");
    }
    return old;
  }

  private void show(Exchange exchange, Page page) {
    Output output = Output.byParameter(exchange.parameter("output")).orElse(Output.DISPLAY);
    Rendered body =
        renderer.render(
            page.body(), new HostConversionContext(output, new HostPage(page, content, accounts)));
    if (!body.timings().isEmpty()) {
      exchange.response().setHeader("Server-Timing", body.serverTiming());
    }
    if (output.isInteractive()) {
      Space space = content.spaces().find(page.spaceKey()).orElseThrow();
      look.send(exchange, 200, frame(exchange, space, page, body, output));
    } else {
      StaticPage.send(look, exchange, page, body.html(), output);
    }
  }

  private Frame frame(Exchange exchange, Space space, Page page, Rendered body, Output output) {
    boolean mobile = output == Output.MOBILE;
    return new Frame(
        page.title() + " - " + space.name() + " - Confluence",
        mobile ? "mobile-view" : "with-space-sidebar",
        mobile ? "" : side.html(exchange, space, OptionalLong.of(page.id())),
        look.fragment(exchange, "page", values(exchange, space, page, body)),
        List.of("main", "page", "viewcontent"),
        Map.of(
            "page-id", Long.toString(page.id()),
            "page-title", page.title(),
            "page-version", Integer.toString(page.version()),
            "latest-page-id", Long.toString(page.id()),
            "content-type", "page",
            "space-key", space.key(),
            "space-name", space.name()));
  }

  private Map<String, Object> values(Exchange exchange, Space space, Page page, Rendered body) {
    Page current = content.pages().find(page.id()).orElseThrow();
    Map<String, Object> values = new HashMap<>();
    values.put("page", page);
    values.put("space", space);
    values.put("current", current);
    values.put("isOld", current.version() != page.version());
    values.put("ancestors", content.pages().ancestors(page));
    values.put("addresses", new Links());
    values.put("bodyHtml", body.html());
    values.put("labels", content.labels().of(page.id()));
    values.put("mayEdit", content.permissions().canEdit(exchange.user(), current));
    values.put("restricted", isRestricted(page));
    values.put("creator", people.fullName(page.created().user()));
    values.put("modifier", people.fullName(page.latest().by().user()));
    values.put("outputs", Output.values());
    return values;
  }

  private boolean isRestricted(Page page) {
    return !content.restrictions().of(page.id(), Restriction.Kind.VIEW).isNone()
        || !content.restrictions().of(page.id(), Restriction.Kind.EDIT).isNone()
        || content.pages().ancestors(page).stream()
            .anyMatch(
                above -> !content.restrictions().of(above.id(), Restriction.Kind.VIEW).isNone());
  }
}
