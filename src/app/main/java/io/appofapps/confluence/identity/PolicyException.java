package io.appofapps.confluence.identity;

/** A policy that Argo CD would refuse to load. */
public final class PolicyException extends Exception {

  private static final long serialVersionUID = 1L;

  PolicyException(String message) {
    super(message);
  }
}
