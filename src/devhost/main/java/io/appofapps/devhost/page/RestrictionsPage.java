package io.appofapps.devhost.page;

import io.appofapps.devhost.content.Content;
import io.appofapps.devhost.content.Page;
import io.appofapps.devhost.content.Restriction;
import io.appofapps.devhost.look.Action;
import io.appofapps.devhost.look.Exchange;
import io.appofapps.devhost.look.Frame;
import io.appofapps.devhost.look.Look;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows and changes who may see and edit a page. */
final class RestrictionsPage implements Action {

  private final Content content;
  private final Look look;
  private final PageFinder finder;
  private final SpaceSide side;

  RestrictionsPage(Content content, Look look, PageFinder finder, SpaceSide side) {
    this.content = content;
    this.look = look;
    this.finder = finder;
    this.side = side;
  }

  @Override
  public void handle(Exchange exchange) {
    if (exchange.isPost()) {
      finder.editable(exchange).ifPresent(page -> save(exchange, page));
    } else {
      finder.visible(exchange).ifPresent(page -> send(exchange, page));
    }
  }

  private void save(Exchange exchange, Page page) {
    if (look.refusesForgery(exchange)) {
      return;
    }
    for (Restriction.Kind kind : Restriction.Kind.values()) {
      String prefix = kind.name().toLowerCase(java.util.Locale.ROOT);
      content
          .restrictions()
          .set(
              page.id(),
              kind,
              new Restriction(
                  names(exchange.parameter(prefix + "Users")),
                  names(exchange.parameter(prefix + "Groups"))));
    }
    exchange.redirect("/pages/restrictions.action?pageId=" + page.id());
  }

  private static Set<String> names(String list) {
    return Arrays.stream(list.split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toSet());
  }

  private void send(Exchange exchange, Page page) {
    List<Page> inherited =
        content.pages().ancestors(page).stream()
            .filter(above -> !content.restrictions().of(above.id(), Restriction.Kind.VIEW).isNone())
            .toList();
    String body =
        look.fragment(
            exchange,
            "restrictions",
            Map.of(
                "page",
                page,
                "addresses",
                new Links(),
                "view",
                content.restrictions().of(page.id(), Restriction.Kind.VIEW),
                "edit",
                content.restrictions().of(page.id(), Restriction.Kind.EDIT),
                "inherited",
                inherited,
                "lists",
                new Lists(),
                "mayEdit",
                content.permissions().canEdit(exchange.user(), page)));
    look.send(
        exchange,
        200,
        new Frame(
            "Restrictions - " + page.title(),
            "with-space-sidebar",
            side.html(
                exchange,
                content.spaces().find(page.spaceKey()).orElseThrow(),
                OptionalLong.of(page.id())),
            body,
            List.of("main"),
            Map.of()));
  }

  /** Writes sets of names as a person types them. */
  public static final class Lists {
    public String join(Set<String> names) {
      return names.stream().sorted().collect(Collectors.joining(", "));
    }
  }
}
