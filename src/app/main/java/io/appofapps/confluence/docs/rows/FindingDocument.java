package io.appofapps.confluence.docs.rows;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.docs.DatedFinding;
import io.appofapps.confluence.docs.Finding;
import io.appofapps.confluence.docs.FindingKind;
import io.appofapps.confluence.docs.PageName;
import io.appofapps.confluence.state.rows.Document;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Findings as the JSON of a row. */
final class FindingDocument {

  private FindingDocument() {}

  static String write(List<DatedFinding> findings, PageName page) {
    return Document.empty()
        .put("space", page.space())
        .put("title", page.title())
        .put("findings", findings, FindingDocument::write)
        .write();
  }

  private static void write(Document each, DatedFinding dated) {
    Finding finding = dated.finding();
    each.put("kind", finding.kind().name())
        .put("since", Optional.of(dated.since()))
        .put("page", finding.page().map(Object::toString).orElse(""))
        .put("field", finding.field())
        .put("pageSays", finding.pageSays())
        .put("manifestSays", finding.manifestSays())
        .put("mendable", finding.mendable());
    finding
        .application()
        .ifPresent(
            key ->
                each.put("connection", key.connection())
                    .put("namespace", key.namespace())
                    .put("name", key.name()));
  }

  static List<DatedFinding> read(Document document) {
    return document.list("findings", FindingDocument::finding);
  }

  private static DatedFinding finding(Document each) {
    String page = each.text("page");
    String name = each.text("name");
    Finding finding =
        new Finding(
            FindingKind.valueOf(each.text("kind")),
            page.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(page)),
            name.isEmpty()
                ? Optional.empty()
                : Optional.of(
                    new ApplicationKey(each.text("connection"), each.text("namespace"), name)),
            each.text("field"),
            each.text("pageSays"),
            each.text("manifestSays"),
            each.flag("mendable"));
    return new DatedFinding(finding, each.moment("since").orElse(Instant.EPOCH));
  }
}
