package io.appofapps.build.scanner;

import java.util.List;
import java.util.Optional;

/**
 * What the annotations of one compiled class say to the scanner.
 *
 * @param name binary name, such as {@code a.b.Outer$Inner}
 * @param component the bean name, empty when the class takes the default one; absent when the class
 *     is no component
 * @param primary whether the component wins over others of its type
 * @param imports host services asked for, in the form of a line of the index
 * @param exports interfaces published as services, an empty list for "those it implements"; absent
 *     when nothing is published
 */
record ScannedClass(
    String name,
    Optional<String> component,
    boolean primary,
    List<String> imports,
    Optional<List<String>> exports) {

  /** The line of the files {@code component} and {@code primary-component}. */
  Optional<String> componentLine() {
    return component.map(bean -> withSuffix(bean));
  }

  /** The line of the file {@code exports}. */
  Optional<String> exportLine() {
    return exports.map(interfaces -> withSuffix(String.join(",", interfaces)));
  }

  private String withSuffix(String suffix) {
    return suffix.isEmpty() ? name : name + "#" + suffix;
  }
}
