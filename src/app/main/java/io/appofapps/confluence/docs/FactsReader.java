package io.appofapps.confluence.docs;

import io.appofapps.confluence.docs.storage.StorageElement;
import io.appofapps.confluence.docs.storage.StorageReader;
import io.appofapps.confluence.docs.storage.UnreadableStorageException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what a page says. A page that cannot be read says why and nothing else. */
public final class FactsReader {

  private static final int MOST_LINKS = 200;
  private static final int MOST_MACROS = 100;
  private static final int LONGEST_NAME = 1_000;

  private FactsReader() {}

  /** The facts of a page. */
  public static PageFacts read(String storage, Names names) {
    try {
      StorageElement page = StorageReader.read(storage);
      return new PageFacts(fields(page, names), links(page), mentions(page), Optional.empty());
    } catch (UnreadableStorageException e) {
      return new PageFacts(
          List.of(), List.of(), List.of(), Optional.of(e.reason().name().toLowerCase(Locale.ROOT)));
    }
  }

  private static List<SaidField> fields(StorageElement page, Names names) {
    return DetailsReader.cells(page, names).stream()
        .map(cell -> new SaidField(cell.details(), cell.header(), cell.pieces()))
        .toList();
  }

  private static List<NamedLink> links(StorageElement page) {
    return page.below(each -> each.name().equals("a"), each -> true).stream()
        .map(each -> new NamedLink(CellReader.line(each), each.attribute("href").orElse("")))
        .filter(link -> !Normal.isBlank(link.text()) && isWebAddress(link.address()))
        .limit(MOST_LINKS)
        .toList();
  }

  private static boolean isWebAddress(String address) {
    return address.length() <= LONGEST_NAME
        && (address.startsWith("https://") || address.startsWith("http://"));
  }

  private static List<MacroMention> mentions(StorageElement page) {
    return StorageMacros.named(page, "aoa-application").stream()
        .flatMap(
            macro ->
                StorageMacros.parameter(macro, "application").stream()
                    .filter(name -> name.length() <= LONGEST_NAME)
                    .map(
                        name ->
                            new MacroMention(
                                name, StorageMacros.parameter(macro, "set").orElse(""))))
        .distinct()
        .limit(MOST_MACROS)
        .toList();
  }
}
