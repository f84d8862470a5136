package io.appofapps.devhost.render;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jsoup.nodes.Entities;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Parses storage format: an XHTML fragment with {@code ac:} and {@code ri:} elements and HTML's
 * named entities. No document type, no external entity, nothing is loaded.
 */
public final class StorageFormat {

  private static final Pattern CDATA_OR_ENTITY =
      Pattern.compile("<!\\[CDATA\\[.*?]]>|&([A-Za-z][A-Za-z0-9]*);", Pattern.DOTALL);
  private static final Pattern XML_ENTITY = Pattern.compile("amp|lt|gt|quot|apos");
  private static final int DEEPEST = 200;

  private StorageFormat() {}

  /**
   * The fragment below one root element; prefixes stay part of the element names.
   *
   * @throws MalformedStorageException when it is not well-formed
   */
  public static Element parse(String storage) {
    String xml = "<storage>" + withoutNamedEntities(storage) + "</storage>";
    try {
      DocumentBuilder builder = factory().newDocumentBuilder();
      builder.setErrorHandler(new Thrower());
      Element root = builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
      refuseDeepNesting(root, 0);
      return root;
    } catch (SAXParseException e) {
      throw new MalformedStorageException(e.getLineNumber(), e.getMessage(), e);
    } catch (SAXException e) {
      throw new MalformedStorageException(1, e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DocumentBuilderFactory factory() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(false);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setXIncludeAware(false);
    factory.setExpandEntityReferences(false);
    return factory;
  }

  private static String withoutNamedEntities(String storage) {
    Matcher matcher = CDATA_OR_ENTITY.matcher(storage);
    return matcher.replaceAll(
        found -> {
          String name = found.group(1);
          if (name == null || XML_ENTITY.matcher(name).matches()) {
            return Matcher.quoteReplacement(found.group());
          }
          String character = Entities.getByName(name);
          return Matcher.quoteReplacement(character.isEmpty() ? found.group() : character);
        });
  }

  private static void refuseDeepNesting(Element element, int depth) {
    if (depth > DEEPEST) {
      throw new MalformedStorageException(
          1, "elements are nested deeper than " + DEEPEST + " levels", null);
    }
    for (Element child : Xml.children(element)) {
      refuseDeepNesting(child, depth + 1);
    }
  }

  /** The JDK's default prints to the error stream. */
  private static final class Thrower implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {
      // a warning is no reason to refuse a page
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
