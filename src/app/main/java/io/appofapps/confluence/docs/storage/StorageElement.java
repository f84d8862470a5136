package io.appofapps.confluence.docs.storage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An element.
 *
 * @param name as written, with its prefix: {@code ac:structured-macro}
 * @param attributes by their names as written
 * @param children in their order
 * @param start index of {@code <}
 * @param contentStart index after the start tag
 * @param contentEnd index of the end tag; that of the content's start where there is no end tag
 * @param end index after the element
 */
public record StorageElement(
    String name,
    Map<String, String> attributes,
    List<StorageNode> children,
    int start,
    int contentStart,
    int contentEnd,
    int end)
    implements StorageNode {

  public StorageElement {
    attributes = Map.copyOf(attributes);
    children = List.copyOf(children);
  }

  /** Whether it was written as one tag: {@code <td/>}. */
  public boolean isSelfClosing() {
    return contentEnd == end;
  }

  /** The attribute, empty when it is not there. */
  public Optional<String> attribute(String attribute) {
    return Optional.ofNullable(attributes.get(attribute));
  }

  /** The child elements. */
  public List<StorageElement> elements() {
    List<StorageElement> found = new ArrayList<>();
    for (StorageNode child : children) {
      if (child instanceof StorageElement element) {
        found.add(element);
      }
    }
    return found;
  }

  /** The first child element of that name. */
  public Optional<StorageElement> element(String named) {
    return elements().stream().filter(each -> each.name().equals(named)).findFirst();
  }

  /**
   * Elements below this one in the order of the text.
   *
   * @param wanted which ones
   * @param enter into which ones to look further, wanted or not
   */
  public List<StorageElement> below(
      Predicate<StorageElement> wanted, Predicate<StorageElement> enter) {
    List<StorageElement> found = new ArrayList<>();
    Deque<StorageElement> open = new ArrayDeque<>();
    push(this, open);
    while (!open.isEmpty()) {
      StorageElement element = open.pop();
      if (wanted.test(element)) {
        found.add(element);
      }
      if (enter.test(element)) {
        push(element, open);
      }
    }
    return found;
  }

  private static void push(StorageElement parent, Deque<StorageElement> open) {
    List<StorageElement> elements = parent.elements();
    for (int i = elements.size() - 1; i >= 0; i--) {
      open.push(elements.get(i));
    }
  }

  /** All characters below it, as written one after the other. */
  public String text() {
    StringBuilder text = new StringBuilder();
    Deque<StorageNode> open = new ArrayDeque<>();
    open.push(this);
    while (!open.isEmpty()) {
      StorageNode node = open.pop();
      if (node instanceof StorageText piece) {
        text.append(piece.text());
      } else if (node instanceof StorageElement element) {
        for (int i = element.children().size() - 1; i >= 0; i--) {
          open.push(element.children().get(i));
        }
      }
    }
    return text.toString();
  }
}
