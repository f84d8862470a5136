package io.appofapps.confluence.docs;

import io.appofapps.confluence.environment.RulePattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds a page against the metadata of an Application, field by field. */
public final class Comparison {

  private final List<FieldRule> rules;

  public Comparison(List<FieldRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * The fields that differ, in the order of the rules.
   *
   * @param page what the page says
   * @param manifest values by key of the metadata; a key that is not there is a value that is not
   *     given
   */
  public List<FieldDifference> differences(KnownPage page, Map<String, String> manifest) {
    List<FieldDifference> found = new ArrayList<>();
    for (FieldRule rule : rules) {
      difference(rule, page, manifest.getOrDefault(rule.key(), "")).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<FieldDifference> difference(
      FieldRule rule, KnownPage page, String manifest) {
    Optional<SaidField> cell = cell(rule, page);
    Optional<PageValue> said = said(rule, page, cell).filter(value -> !value.isEmpty());
    Stated stated = Stated.of(manifest);
    boolean place = cell.isPresent() || rule.required();
    FindingKind kind;
    if (said.isEmpty()) {
      if (stated.isEmpty() || !place) {
        return Optional.empty();
      }
      kind = FindingKind.MISSING_ON_PAGE;
    } else if (stated.isEmpty()) {
      kind = FindingKind.MISSING_IN_MANIFEST;
    } else if (agree(page, said.get(), stated.text()) || agree(page, said.get(), stated.title())) {
      return Optional.empty();
    } else {
      kind = FindingKind.DIFFERS;
    }
    Optional<SaidField> mendable =
        said.isEmpty() || isOf(said.get(), cell) ? cell : Optional.empty();
    return Optional.of(
        new FieldDifference(
            kind,
            rule.key(),
            mendable.map(SaidField::header).orElse(""),
            mendable.map(SaidField::details).orElse(""),
            said.map(PageValue::text).orElse(""),
            stated.text().strip()));
  }

  private static boolean isOf(PageValue said, Optional<SaidField> cell) {
    return said.source() == PageValue.Source.PAGE_PROPERTIES && cell.isPresent();
  }

  /**
   * What a manifest says; a link may have a title before its address, as in {@code Title|URL}.
   *
   * @param text the value, of a link the address
   * @param title the title, empty without one
   */
  private record Stated(String text, String title) {

    static Stated of(String manifest) {
      int bar = manifest.lastIndexOf("|http");
      return bar < 0
          ? new Stated(manifest, "")
          : new Stated(manifest.substring(bar + 1), manifest.substring(0, bar));
    }

    boolean isEmpty() {
      return Normal.items(text).isEmpty();
    }
  }

  /** Every item of the one is an item of the other, in whatever order. */
  private static boolean agree(KnownPage page, PageValue said, String stated) {
    Set<String> wanted = Normal.compared(Normal.items(stated));
    Set<String> met = new HashSet<>();
    for (Piece piece : said.pieces()) {
      Set<String> readings = new HashSet<>();
      for (String written : piece.readings()) {
        // a link to a page of the same space does not name the space
        String reading = written.startsWith(":") ? page.space() + written : written;
        readings.add(Normal.of(reading));
        readings.addAll(Normal.compared(Normal.items(reading)));
      }
      readings.retainAll(wanted);
      if (readings.isEmpty()) {
        return false;
      }
      met.addAll(readings);
    }
    return met.containsAll(wanted);
  }

  private static Optional<SaidField> cell(FieldRule rule, KnownPage page) {
    return page.facts().fields().stream()
        .filter(field -> isNamed(rule, field.header()))
        .findFirst();
  }

  private static boolean isNamed(FieldRule rule, String name) {
    String plain = name.endsWith(":") ? name.substring(0, name.length() - 1) : name;
    return rule.headers().stream().anyMatch(each -> Normal.of(each).equals(Normal.of(plain)));
  }

  private static Optional<PageValue> said(
      FieldRule rule, KnownPage page, Optional<SaidField> cell) {
    return cell.map(field -> new PageValue(field.pieces(), PageValue.Source.PAGE_PROPERTIES))
        .filter(value -> !value.isEmpty())
        .or(() -> label(rule, page))
        .or(() -> link(rule, page));
  }

  private static Optional<PageValue> label(FieldRule rule, KnownPage page) {
    if (rule.label().isEmpty()) {
      return Optional.empty();
    }
    RulePattern pattern = RulePattern.of(rule.label());
    List<Piece> pieces =
        page.labels().stream()
            .flatMap(label -> pattern.match(label).stream())
            .map(Piece::of)
            .toList();
    return pieces.isEmpty()
        ? Optional.empty()
        : Optional.of(new PageValue(pieces, PageValue.Source.LABEL));
  }

  private static Optional<PageValue> link(FieldRule rule, KnownPage page) {
    return page.facts().links().stream()
        .filter(link -> isNamed(rule, link.text()))
        .findFirst()
        .map(link -> new Piece(List.of(link.address())))
        .map(piece -> new PageValue(List.of(piece), PageValue.Source.LINK));
  }
}
