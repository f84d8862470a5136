package io.appofapps.confluence.docs;

import io.appofapps.confluence.docs.storage.StorageElement;
import io.appofapps.confluence.docs.storage.StorageNode;
import io.appofapps.confluence.docs.storage.StorageText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the items that a piece of storage format shows. */
final class CellReader {

  private static final int MOST = 200;
  private static final int LONGEST = 1_000;
  private static final Set<String> BLOCKS =
      Set.of("p", "div", "li", "br", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "pre");
  private static final Set<String> SILENT =
      Set.of("ac:parameter", "ac:placeholder", "ac:emoticon", "ac:image", "ac:task-id");

  private final Names names;
  private final List<Piece> pieces = new ArrayList<>();
  private final StringBuilder run = new StringBuilder();

  private CellReader(Names names) {
    this.names = names;
  }

  /** The items of the element's content, at most 200. */
  static List<Piece> pieces(StorageElement element, Names names) {
    CellReader reader = new CellReader(names);
    reader.content(element);
    reader.flush();
    return List.copyOf(reader.pieces);
  }

  /** The text of the element's content in one line. */
  static String line(StorageElement element) {
    return cut(String.join(" ", element.text().strip().split("[\\s\\p{Z}]+")));
  }

  private void content(StorageElement element) {
    for (StorageNode child : element.children()) {
      if (child instanceof StorageText text) {
        run.append(text.text());
      } else if (child instanceof StorageElement inner) {
        element(inner);
      }
    }
  }

  private void element(StorageElement element) {
    String name = element.name();
    if (SILENT.contains(name) || name.equals("ac:task-status")) {
      return;
    }
    if (name.equals("a")) {
      add(Stream.of(line(element), element.attribute("href").orElse("")));
    } else if (name.equals("ac:link")) {
      link(element);
    } else if (name.equals("time")) {
      add(Stream.of(element.attribute("datetime").orElse("")));
    } else if (name.equals("ac:structured-macro")) {
      macro(element);
    } else if (BLOCKS.contains(name)) {
      flush();
      content(element);
      flush();
    } else {
      content(element);
    }
  }

  /** A link shows its body; without one, what it leads to. */
  private void link(StorageElement link) {
    Stream<String> body =
        link.elements().stream()
            .filter(each -> each.name().endsWith("link-body"))
            .map(CellReader::line);
    add(Stream.concat(body, link.elements().stream().flatMap(this::target)));
  }

  private Stream<String> target(StorageElement target) {
    return switch (target.name()) {
      case "ri:user" ->
          Stream.of("ri:userkey", "ri:username")
              .flatMap(name -> target.attribute(name).stream())
              .flatMap(key -> Stream.concat(names.user(key).stream(), Stream.of(key)));
      case "ri:page" -> {
        String title = target.attribute("ri:content-title").orElse("");
        Optional<String> space = target.attribute("ri:space-key");
        yield Stream.of(title, space.orElse("") + ":" + title);
      }
      case "ri:url" -> target.attribute("ri:value").stream();
      case "ri:attachment" -> target.attribute("ri:filename").stream();
      default -> Stream.empty();
    };
  }

  /** Of macros that show one word the word, of those with a body the body. */
  private void macro(StorageElement macro) {
    String shown =
        switch (macro.attribute("ac:name").orElse("")) {
          case "status" -> "title";
          case "jira" -> "key";
          default -> "";
        };
    if (shown.isEmpty()) {
      flush();
      macro.element("ac:rich-text-body").ifPresent(this::content);
      macro.element("ac:plain-text-body").ifPresent(this::content);
      flush();
    } else {
      add(StorageMacros.parameter(macro, shown).stream());
    }
  }

  private void add(Stream<String> readings) {
    flush();
    List<String> found =
        readings.map(CellReader::cut).filter(each -> !Normal.isBlank(each)).distinct().toList();
    if (!found.isEmpty() && pieces.size() < MOST) {
      pieces.add(new Piece(found));
    }
  }

  private void flush() {
    for (String item : Normal.items(run.toString().replaceAll("[ \\t\\r\\x{a0}]+", " "))) {
      if (pieces.size() < MOST) {
        pieces.add(Piece.of(cut(item)));
      }
    }
    run.setLength(0);
  }

  private static String cut(String text) {
    int end = Math.min(LONGEST, text.length());
    boolean half = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, half ? end - 1 : end).strip();
  }
}
