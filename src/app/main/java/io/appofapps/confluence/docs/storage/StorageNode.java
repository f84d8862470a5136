package io.appofapps.confluence.docs.storage;

/** A node and its place in the text, as indexes of chars. */
public sealed interface StorageNode permits StorageElement, StorageText {

  /** Index of the first char. */
  int start();

  /** Index after the last char. */
  int end();
}
