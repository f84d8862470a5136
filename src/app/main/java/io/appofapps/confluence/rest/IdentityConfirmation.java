package io.appofapps.confluence.rest;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.sal.api.websudo.WebSudoSessionException;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Whether a person has confirmed their password a short while ago. Confluence keeps that for the
 * session, for whoever opens {@code /authenticate.action}, administrator or not; where secure
 * administrator sessions are switched off it asks nobody and takes everybody as confirmed.
 */
@Named
public class IdentityConfirmation {

  private final WebSudoManager webSudo;

  @Inject
  public IdentityConfirmation(@ComponentImport WebSudoManager webSudo) {
    this.webSudo = webSudo;
  }

  /** Never of a request that signs in by itself: whoever holds its token need not be the person. */
  boolean isConfirmed(HttpServletRequest request) {
    if (request.getHeader("Authorization") != null) {
      return false;
    }
    try {
      webSudo.willExecuteWebSudoRequest(request);
      return true;
    } catch (WebSudoSessionException e) {
      return false;
    }
  }
}
