package io.appofapps.confluence.cluster;

/** A kubeconfig that the app cannot or will not use; the message is for people, without secrets. */
final class UnusableKubeconfigException extends Exception {

  private static final long serialVersionUID = 1L;

  UnusableKubeconfigException(String message) {
    super(message);
  }
}
