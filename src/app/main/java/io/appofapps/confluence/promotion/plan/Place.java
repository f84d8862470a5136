package io.appofapps.confluence.promotion.plan;

import io.appofapps.confluence.promotion.splice.UnspliceableException;
import io.appofapps.confluence.promotion.splice.YamlPath;
import io.appofapps.confluence.promotion.splice.YamlText;
import java.util.Optional;

/**
 * Where a value stands in Git.
 *
 * @param file the file
 * @param document index of the document in it
 * @param path leads to the value, or to the text that holds it
 * @param within leads to the value inside that text, which is YAML itself
 * @param prefix what stands before the value in the same scalar: the name of an image and a colon
 * @param value what stands there
 */
record Place(
    GitFile file,
    int document,
    YamlPath path,
    Optional<YamlPath> within,
    String prefix,
    String value) {

  /** A value that is a scalar of its own. */
  static Place of(GitFile file, int document, YamlPath path, String value) {
    return new Place(file, document, path, Optional.empty(), "", value);
  }

  /**
   * The same place when the YAML it was read from is the text of a scalar at that path, not within
   * another.
   */
  Place inside(YamlPath text) {
    return new Place(file, document, text, Optional.of(path), prefix, value);
  }

  /** The bytes of the file with another value here. */
  byte[] write(byte[] bytes, String other) throws UnspliceableException {
    YamlText text = YamlText.parse(bytes);
    return within.isPresent()
        ? text.replaceWithin(document, path, within.get(), prefix + other)
        : text.replace(document, path, prefix + other);
  }
}
