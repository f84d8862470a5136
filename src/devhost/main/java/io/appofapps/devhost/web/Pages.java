package io.appofapps.devhost.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The few pages that the web part writes itself; the decorator frames them. */
final class Pages {

  private Pages() {}

  /** A page whose body is given as HTML. */
  static void send(HttpServletResponse response, int status, String title, String body)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/html");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Cache-Control", "no-store");
    response
        .getWriter()
        .write(
            "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"decorator\" content=\"atl.general\"><title>"
                + escape(title)
                + "</title></head><body><main>"
                + body
                + "</main></body></html>\n");
  }

  /** A page with one message. */
  static void message(HttpServletResponse response, int status, String title, String text)
      throws IOException {
    send(
        response,
        status,
        title,
        "<h1>" + escape(title) + "</h1><p class=\"aui-message\">" + escape(text) + "</p>");
  }

  /** One labelled field of an AUI form. */
  static String field(String label, String name, String type, String autocomplete) {
    return "<div class=\"field-group\"><label for=\""
        + name
        + "\">"
        + escape(label)
        + "</label><input class=\"text\" id=\""
        + name
        + "\" name=\""
        + name
        + "\" type=\""
        + type
        + "\" autocomplete=\""
        + autocomplete
        + "\" required></div>";
  }

  static String hidden(String name, String value) {
    return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + escape(value) + "\">";
  }

  static String error(String text) {
    return text.isEmpty()
        ? ""
        : "<div class=\"aui-message aui-message-error\" role=\"alert\">" + escape(text) + "</div>";
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
