package com.atlassian.sal.api.websudo;

/** Evidence: unchecked; caught by public apps compiled against Confluence 10. */
public class WebSudoSessionException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
