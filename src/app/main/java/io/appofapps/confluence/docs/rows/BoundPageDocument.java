package io.appofapps.confluence.docs.rows;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.docs.BoundPage;
import io.appofapps.confluence.state.rows.Document;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pages and the Applications they stand for, as the JSON of a row. */
final class BoundPageDocument {

  private BoundPageDocument() {}

  static String write(Map<BoundPage, List<ApplicationKey>> pages) {
    return Document.empty()
        .put(
            "pages",
            List.copyOf(pages.entrySet()),
            (each, entry) -> write(each, entry.getKey(), entry.getValue()))
        .write();
  }

  private static void write(Document each, BoundPage page, List<ApplicationKey> applications) {
    each.put("page", Long.toString(page.id()))
        .put("space", page.space())
        .put(
            "properties",
            page.properties(),
            (cell, property) -> cell.put("name", property.name()).put("values", property.values()))
        .put(
            "applications",
            applications,
            (application, key) ->
                application
                    .put("connection", key.connection())
                    .put("namespace", key.namespace())
                    .put("name", key.name()));
  }

  static Map<ApplicationKey, BoundPage> read(Document document) {
    Map<ApplicationKey, BoundPage> pages = new HashMap<>();
    document.list("pages", each -> read(pages, each));
    return pages;
  }

  private static BoundPage read(Map<ApplicationKey, BoundPage> pages, Document each) {
    BoundPage page =
        new BoundPage(
            Long.parseLong(each.text("page")),
            each.text("space"),
            each.list(
                "properties",
                cell -> new BoundPage.Property(cell.text("name"), cell.texts("values"))));
    each.list(
            "applications",
            key ->
                new ApplicationKey(key.text("connection"), key.text("namespace"), key.text("name")))
        .forEach(key -> pages.put(key, page));
    return page;
  }
}
