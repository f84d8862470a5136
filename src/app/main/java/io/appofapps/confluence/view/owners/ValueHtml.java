package io.appofapps.confluence.view.owners;

import io.appofapps.confluence.ownership.Agreed;
import io.appofapps.confluence.ownership.Field;
import io.appofapps.confluence.ownership.MetadataRules;
import io.appofapps.confluence.ownership.Said;
import io.appofapps.confluence.ownership.Value;
import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.body.Cell;
import io.appofapps.confluence.view.body.Hint;
import io.appofapps.confluence.view.body.Html;
import io.appofapps.confluence.view.body.Pieces;
import io.appofapps.confluence.view.body.Tone;
import io.appofapps.confluence.view.pages.PageDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cell of one field of one service. */
final class ValueHtml {

  private static final int MOST_NAMES = 5;
  private static final int MOST_OTHERS = 3;

  private final Texts texts;

  ValueHtml(Texts texts) {
    this.texts = texts;
  }

  Cell missing(Field field) {
    boolean owner = field.id().equals(MetadataRules.OWNER);
    String missing = texts.get("aoa.owners.missing");
    return new Cell(
        owner ? Pieces.tone(Tone.WARN, missing) : Hint.on(Pieces.faint("–"), missing), "", "");
  }

  /**
   * @param page what the viewer learns of the page it names; empty when it names none
   */
  Cell of(Field field, Agreed agreed, Optional<PageVerdict> page) {
    Value value = agreed.said().value();
    Optional<PageDirectory.Page> found = page.flatMap(PageVerdict::page);
    Html main = found.map(ValueHtml::link).orElseGet(() -> link(value));
    List<Html> parts = new ArrayList<>();
    parts.add(Hint.on(main, source(agreed.said())));
    if (page.isPresent() && found.isEmpty()) {
      parts.add(Pieces.label(Tone.WARN, texts.get("aoa.owners.page-absent")));
    } else if (page.isEmpty() && field.kind() == Field.Kind.LINK && value.address().isEmpty()) {
      parts.add(Pieces.label(Tone.WARN, texts.get("aoa.owners.no-link")));
    }
    if (page.flatMap(PageVerdict::onCallReads).filter(reads -> !reads).isPresent()) {
      parts.add(Pieces.label(Tone.WARN, texts.get("aoa.owners.on-call-cannot-read")));
    }
    Html html = Html.words(parts);
    if (!agreed.others().isEmpty()) {
      html = Pieces.lines(html, others(agreed.others()));
    }
    String shown = found.map(PageDirectory.Page::title).orElse(value.text());
    return new Cell(html, shown, plain(agreed));
  }

  private static Html link(PageDirectory.Page page) {
    return Pieces.link(page.address(), page.title());
  }

  private static Html link(Value value) {
    return value
        .address()
        .map(
            address ->
                address.startsWith("mailto:")
                    ? Pieces.mail(address, value.text())
                    : Pieces.link(address, words(value.text())))
        .orElseGet(() -> Html.text(value.text()));
  }

  /** An address for itself may be broken anywhere, so that it does not push columns away. */
  private static Html words(String text) {
    Html plain = Html.text(text);
    return text.matches("https?://.*")
        ? new Html("<span class=\"aoa-url\">" + plain.page() + "</span>", plain.export())
        : plain;
  }

  /** All others, few enough to be read. */
  private Html others(List<Agreed.Dissent> others) {
    List<Html> lines = new ArrayList<>();
    others.stream()
        .limit(MOST_OTHERS)
        .map(
            other ->
                Hint.on(
                    Pieces.tone(
                        Tone.WARN,
                        texts.get(
                            "aoa.owners.differs", names(other.by()), other.said().value().text())),
                    source(other.said())))
        .forEach(lines::add);
    if (others.size() > MOST_OTHERS) {
      lines.add(Pieces.faint(texts.get("aoa.owners.more", others.size() - MOST_OTHERS)));
    }
    return Pieces.lines(lines.toArray(Html[]::new));
  }

  private String source(Said said) {
    return texts.get("aoa.owners.source", said.evidence());
  }

  private static String names(List<String> names) {
    String some = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
    return names.size() > MOST_NAMES ? some + ", …" : some;
  }

  /** Value as the manifest has it, then those of others, for CSV. */
  private static String plain(Agreed agreed) {
    StringBuilder text = new StringBuilder(plain(agreed.said().value()));
    for (Agreed.Dissent other : agreed.others()) {
      text.append(" | ").append(plain(other.said().value())).append(" (");
      text.append(names(other.by())).append(')');
    }
    return text.toString();
  }

  private static String plain(Value value) {
    boolean titled = value.address().isPresent() && !value.raw().endsWith(value.text());
    return titled ? value.text() + " " + value.raw() : value.raw();
  }
}
