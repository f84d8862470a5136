package io.appofapps.devhost.web;

import jakarta.servlet.http.HttpServlet;

/**
 * Where the parts of the host add their servlets; sign-in, XSRF and encoding are done before them.
 */
public interface Routes {

  /** Serves the pattern, relative to the context path, for instance {@code /pages/*}. */
  void add(String pattern, HttpServlet servlet);
}
