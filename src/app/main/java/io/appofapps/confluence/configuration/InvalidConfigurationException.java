package io.appofapps.confluence.configuration;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that breaks rules; says all of them. */
public final class InvalidConfigurationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<FieldError> errors;

  /**
   * @param errors not empty
   */
  public InvalidConfigurationException(List<FieldError> errors) {
    super(
        errors.stream()
            .map(error -> error.field() + ": " + error.message())
            .collect(Collectors.joining("; ")));
    this.errors = List.copyOf(errors);
  }

  /** What is wrong, in the order of the document. */
  public List<FieldError> errors() {
    return errors;
  }
}
