package io.appofapps.devhost.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A plugin descriptor, {@code atlassian-plugin.xml}, with the further files merged into it.
 *
 * @param key attribute {@code key}
 * @param name attribute {@code name}
 * @param version {@code plugin-info/version}
 * @param modules the module elements, in their order
 * @param i18n locations of the {@code resource type="i18n"} elements
 */
record Descriptor(
    String key, String name, String version, List<Element> modules, List<String> i18n) {

  /** Reads the descriptor and merges the modules of the further files. */
  static Descriptor read(URL main, List<URL> further) {
    Element root = parse(main);
    if (!"2".equals(root.getAttribute("plugins-version"))) {
      throw new PluginRefusedException(
          root.getAttribute("key") + ": the descriptor must say plugins-version=\"2\"");
    }
    List<Element> modules = new ArrayList<>();
    List<String> i18n = new ArrayList<>();
    for (Element child : children(root)) {
      if (child.getTagName().equals("resource")) {
        if (child.getAttribute("type").equals("i18n")) {
          i18n.add(child.getAttribute("location"));
        } else {
          modules.add(child);
        }
      } else if (!child.getTagName().equals("plugin-info")) {
        modules.add(child);
      }
    }
    further.forEach(file -> modules.addAll(children(parse(file))));
    String version =
        child(root, "plugin-info")
            .flatMap(info -> child(info, "version"))
            .map(element -> element.getTextContent().strip())
            .orElse("");
    return new Descriptor(
        root.getAttribute("key"), root.getAttribute("name"), version, modules, i18n);
  }

  private static Optional<Element> child(Element parent, String name) {
    return children(parent).stream().filter(e -> e.getTagName().equals(name)).findFirst();
  }

  private static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  private static Element parse(URL file) {
    try (InputStream in = file.openStream()) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      // Nodes that are made when first read are spoilt by requests that read at the same time.
      factory.setFeature("http://apache.org/xml/features/dom/defer-node-expansion", false);
      return factory.newDocumentBuilder().parse(in).getDocumentElement();
    } catch (IOException | ParserConfigurationException | SAXException e) {
      throw new PluginRefusedException(
          "Cannot read the descriptor " + file + ": " + e.getMessage(), e);
    }
  }
}
