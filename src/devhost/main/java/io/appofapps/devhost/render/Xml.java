package io.appofapps.devhost.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Small helpers over the DOM. */
public final class Xml {

  private Xml() {}

  public static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  public static List<Element> children(Element parent, String name) {
    return children(parent).stream().filter(e -> e.getNodeName().equals(name)).toList();
  }

  public static Optional<Element> child(Element parent, String name) {
    return children(parent, name).stream().findFirst();
  }

  /** The text of a child element, empty when there is no such child. */
  public static String childText(Element parent, String name) {
    return child(parent, name).map(Element::getTextContent).orElse("");
  }
}
