package io.appofapps.devhost.render;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.safety.Safelist;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Which elements and attributes of a stored body reach a page, and how text is escaped. */
public final class Html {

  private static final Safelist SAFE =
      Safelist.relaxed()
          .addTags("hr", "s", "del", "ins", "big", "kbd", "samp", "var", "time", "section")
          .addAttributes(":all", "class", "id", "title", "style")
          .addAttributes("time", "datetime")
          .addAttributes("a", "rel")
          .addProtocols("a", "href", "http", "https", "mailto", "ftp")
          .preserveRelativeLinks(true);

  /** What goes with all it contains, rather than being unwrapped. */
  private static final List<String> DROPPED =
      List.of(
          "script",
          "style",
          "iframe",
          "object",
          "embed",
          "applet",
          "form",
          "input",
          "button",
          "textarea",
          "select",
          "link",
          "meta",
          "base",
          "svg",
          "math",
          "template",
          "title",
          "head",
          "noscript");

  private static final Pattern STYLE = Pattern.compile("[\\w\\s:;,.#%()-]*");
  private static final Pattern STYLE_REFUSED =
      Pattern.compile("url|expression|position|behavior|import|z-index", Pattern.CASE_INSENSITIVE);

  private Html() {}

  /** The text with the signs that matter in HTML replaced; null becomes empty. */
  public static String escape(String text) {
    if (text == null) {
      return "";
    }
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  static boolean isDropped(String tag) {
    return DROPPED.contains(tag.toLowerCase(Locale.ROOT));
  }

  static boolean isSafeTag(String tag) {
    return SAFE.isSafeTag(tag);
  }

  /** The attributes that may stay, each with a blank before it. */
  static String safeAttributes(Element element) {
    String tag = element.getNodeName();
    org.jsoup.nodes.Element probe = new org.jsoup.nodes.Element(tag);
    probe.setBaseUri("http://localhost/");
    StringBuilder html = new StringBuilder();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Node attribute = element.getAttributes().item(i);
      String name = attribute.getNodeName();
      String value = attribute.getNodeValue();
      probe.attr(name, value);
      if (SAFE.isSafeAttribute(tag, probe, new Attribute(name, value)) && isSafe(name, value)) {
        html.append(' ').append(name).append("=\"").append(escape(value)).append('"');
      }
    }
    return html.toString();
  }

  private static boolean isSafe(String name, String value) {
    return !"style".equals(name)
        || (STYLE.matcher(value).matches() && !STYLE_REFUSED.matcher(value).find());
  }
}
