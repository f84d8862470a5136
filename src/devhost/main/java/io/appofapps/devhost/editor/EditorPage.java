package io.appofapps.devhost.editor;

import io.appofapps.devhost.content.Content;
import io.appofapps.devhost.content.InvalidContentException;
import io.appofapps.devhost.content.Page;
import io.appofapps.devhost.content.PageEdit;
import io.appofapps.devhost.content.Space;
import io.appofapps.devhost.content.VersionConflictException;
import io.appofapps.devhost.look.Exchange;
import io.appofapps.devhost.look.Frame;
import io.appofapps.devhost.look.Look;
import io.appofapps.devhost.page.Addresses;
import io.appofapps.devhost.page.PageFinder;
import io.appofapps.devhost.page.People;
import io.appofapps.devhost.render.MalformedStorageException;
import io.appofapps.devhost.render.StorageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Editing and creating pages. */
public final class EditorPage {

  private final Content content;
  private final Look look;
  private final PageFinder finder;
  private final People people;

  public EditorPage(Content content, Look look, PageFinder finder, People people) {
    this.content = content;
    this.look = look;
    this.finder = finder;
    this.people = people;
  }

  /** The form for a page. */
  public void edit(Exchange exchange) {
    finder.editable(exchange).ifPresent(page -> show(exchange, 200, Draft.of(page), Notice.NONE));
  }

  /** The form for a new page, below the page named by {@code fromPageId}. */
  public void create(Exchange exchange) {
    space(exchange)
        .ifPresent(
            space ->
                show(
                    exchange,
                    200,
                    Draft.newPage(space.key(), exchange.parameter("fromPageId")),
                    Notice.NONE));
  }

  /** Saves a new version, or shows the form again with what stands against it. */
  public void save(Exchange exchange) {
    if (look.refusesForgery(exchange)) {
      return;
    }
    Optional<Page> page = finder.editable(exchange);
    if (page.isPresent()) {
      Draft draft = Draft.sent(page, page.get().spaceKey(), exchange);
      int expected = exchange.smallNumber("overwriteVersion").orElse(draft.version());
      attempt(exchange, draft, edit -> content.pages().update(page.get().id(), expected, edit));
    }
  }

  /** Saves a new page. */
  public void saveNew(Exchange exchange) {
    if (look.refusesForgery(exchange)) {
      return;
    }
    Optional<Space> space = space(exchange);
    if (space.isPresent()) {
      Draft draft = Draft.sent(Optional.empty(), space.get().key(), exchange);
      OptionalLong parent = visibleParent(exchange);
      attempt(exchange, draft, edit -> content.pages().create(draft.spaceKey(), parent, edit));
    }
  }

  private OptionalLong visibleParent(Exchange exchange) {
    OptionalLong id = exchange.number("fromPageId");
    return id.isPresent()
            && content
                .pages()
                .find(id.getAsLong())
                .filter(page -> content.permissions().canView(exchange.user(), page))
                .isPresent()
        ? id
        : OptionalLong.empty();
  }

  private void attempt(Exchange exchange, Draft draft, Save save) {
    try {
      StorageFormat.parse(draft.body());
      PageEdit edit =
          new PageEdit(
              draft.title(),
              draft.body(),
              draft.comment(),
              draft.minor(),
              exchange.user().orElseThrow().name());
      exchange.redirect(Addresses.view(save.run(edit)));
    } catch (MalformedStorageException e) {
      show(exchange, 400, draft, Notice.problem("The storage format is wrong. " + e.getMessage()));
    } catch (InvalidContentException e) {
      show(exchange, 400, draft, Notice.problem(e.getMessage()));
    } catch (VersionConflictException e) {
      show(exchange, 409, draft, Notice.conflict(e.current(), people));
    }
  }

  private Optional<Space> space(Exchange exchange) {
    if (finder.refuses(exchange)) {
      return Optional.empty();
    }
    String key = exchange.parameter("spaceKey");
    Optional<Space> space =
        key.isEmpty() ? content.spaces().all().stream().findFirst() : content.spaces().find(key);
    if (space.isEmpty()) {
      look.message(exchange, 404, "warning", "Space not found", "There is no such space.");
    }
    return space;
  }

  private void show(Exchange exchange, int status, Draft draft, Notice notice) {
    Map<String, Object> values = new HashMap<>();
    values.put("draft", draft);
    values.put("notice", notice);
    draft.page().ifPresent(page -> values.put("page", page));
    values.put(
        "back",
        draft.page().map(Addresses::view).orElseGet(() -> Addresses.space(draft.spaceKey())));
    String title = draft.page().map(page -> "Edit - " + page.title()).orElse("New page");
    look.send(
        exchange,
        status,
        new Frame(
            title + " - Confluence",
            "contenteditor edit",
            "",
            look.fragment(exchange, "editor", values),
            List.of("editor"),
            Map.of(
                "page-id",
                draft.page().map(page -> Long.toString(page.id())).orElse("0"),
                "space-key",
                draft.spaceKey(),
                "content-type",
                "page",
                "editor-mode",
                "source")));
  }

  private interface Save {
    Page run(PageEdit edit);
  }
}
