package io.appofapps.devhost.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Frames a page whose head asks for it with {@code <meta name="decorator" content="...">}, as the
 * product frames the pages of plugin servlets.
 */
public interface Decorator {

  /**
   * The framed page.
   *
   * @param name content of the meta element, for instance {@code atl.admin}
   * @param html the whole page as the servlet wrote it
   * @return the html unchanged when there is no such decorator
   */
  String decorate(String name, String html, HttpServletRequest request);
}
