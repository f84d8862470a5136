package io.appofapps.devhost.web;

import io.appofapps.devhost.plugin.ModuleDescriptor;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.NodeList;

/**
 * A {@code <url-pattern>} of a servlet module: an exact path, or a path with {@code /*} at its end.
 *
 * @param descriptor the module
 * @param text the pattern
 */
record ServletPattern(ModuleDescriptor descriptor, String text) {

  /** An exact pattern before a prefix, a longer one before a shorter one. */
  static final Comparator<ServletPattern> BEST_LAST =
      Comparator.comparing((ServletPattern pattern) -> !pattern.isPrefix())
          .thenComparing(pattern -> pattern.text().length());

  static Stream<ServletPattern> of(ModuleDescriptor descriptor) {
    NodeList patterns = descriptor.xml().getElementsByTagName("url-pattern");
    return IntStream.range(0, patterns.getLength())
        .mapToObj(
            index -> new ServletPattern(descriptor, patterns.item(index).getTextContent().trim()));
  }

  boolean matches(String path) {
    return path.equals(base()) || (isPrefix() && path.startsWith(base() + "/"));
  }

  /** The part of the path that names the servlet; the rest is its path info. */
  String servletPath(String path) {
    return isPrefix() ? base() : path;
  }

  private boolean isPrefix() {
    return text.endsWith("/*");
  }

  private String base() {
    return isPrefix() ? text.substring(0, text.length() - 2) : text;
  }
}
