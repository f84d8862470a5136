package io.appofapps.build.scanner;

/** A class is annotated in a way that the index cannot express or the product would not honour. */
final class ScannerIndexException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ScannerIndexException(String className, String reason) {
    super(className + ": " + reason);
  }
}
