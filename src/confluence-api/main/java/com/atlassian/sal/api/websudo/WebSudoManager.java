package com.atlassian.sal.api.websudo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Evidence: called by public apps compiled against Confluence 10.2.13 with Jakarta types. */
public interface WebSudoManager {
  void willExecuteWebSudoRequest(HttpServletRequest request) throws WebSudoSessionException;

  void enforceWebSudoProtection(HttpServletRequest request, HttpServletResponse response);
}
