package io.appofapps.build.openapi;

/** Code and description of the REST do not fit together. */
final class OpenApiException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OpenApiException(String message) {
    super(message);
  }
}
