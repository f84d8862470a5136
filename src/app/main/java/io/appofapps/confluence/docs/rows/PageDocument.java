package io.appofapps.confluence.docs.rows;

import io.appofapps.confluence.docs.KnownPage;
import io.appofapps.confluence.docs.MacroMention;
import io.appofapps.confluence.docs.NamedLink;
import io.appofapps.confluence.docs.PageFacts;
import io.appofapps.confluence.docs.Piece;
import io.appofapps.confluence.docs.SaidField;
import io.appofapps.confluence.state.rows.Document;
import java.util.Optional;

/** A page as the JSON of its row. */
final class PageDocument {

  private PageDocument() {}

  static String write(KnownPage page, int format) {
    PageFacts facts = page.facts();
    return Document.empty()
        .put("title", page.title())
        .put("version", page.version())
        .put("format", format)
        .put("labels", page.labels())
        .put("problem", facts.problem().orElse(""))
        .put("fields", facts.fields(), PageDocument::write)
        .put(
            "links",
            facts.links(),
            (each, link) -> each.put("text", link.text()).put("address", link.address()))
        .put(
            "applications",
            facts.applications(),
            (each, mention) ->
                each.put("application", mention.application()).put("set", mention.set()))
        .write();
  }

  private static void write(Document each, SaidField field) {
    each.put("details", field.details())
        .put("header", field.header())
        .put("pieces", field.pieces(), (piece, said) -> piece.put("readings", said.readings()));
  }

  static StoredPage read(DocPageRow row) {
    Document document = Document.parse(row.getDocument());
    PageFacts facts =
        new PageFacts(
            document.list("fields", PageDocument::field),
            document.list("links", each -> new NamedLink(each.text("text"), each.text("address"))),
            document.list(
                "applications",
                each -> new MacroMention(each.text("application"), each.text("set"))),
            Optional.of(document.text("problem")).filter(problem -> !problem.isEmpty()));
    KnownPage page =
        new KnownPage(
            row.getPageId(),
            row.getSpaceKey(),
            document.text("title"),
            document.number("version"),
            document.texts("labels"),
            facts);
    return new StoredPage(page, document.number("format"));
  }

  private static SaidField field(Document each) {
    return new SaidField(
        each.text("details"),
        each.text("header"),
        each.list("pieces", piece -> new Piece(piece.texts("readings"))));
  }
}
