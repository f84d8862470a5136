package io.appofapps.devhost.web;

import jakarta.servlet.http.HttpServletRequest;

/** The XSRF token of forms; the parameter is named {@code atl_token}, as in Confluence. */
public interface Xsrf {

  /** Token of the session of this request, made when there is none. */
  String token(HttpServletRequest request);

  /**
   * Whether the request carries the token of its session or the header that only scripts can set.
   */
  boolean isValid(HttpServletRequest request);
}
