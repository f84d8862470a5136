package io.appofapps.devhost.look;

import java.util.List;
import java.util.Map;

/**
 * What goes into the frame of a page.
 *
 * @param title of the window
 * @param style classes of the body element
 * @param sideHtml the sidebar, empty for none
 * @param bodyHtml the content
 * @param contexts web-resource contexts of the page
 * @param metas {@code ajs-…} values for scripts, without the prefix
 */
public record Frame(
    String title,
    String style,
    String sideHtml,
    String bodyHtml,
    List<String> contexts,
    Map<String, String> metas) {

  public Frame {
    contexts = List.copyOf(contexts);
    metas = Map.copyOf(metas);
  }

  /** Whether the page stands inside another one, without header and footer. */
  public boolean isBare() {
    return style.contains("host-preview");
  }
}
