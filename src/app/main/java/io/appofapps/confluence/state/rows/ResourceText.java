package io.appofapps.confluence.state.rows;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.state.Change;

/** A resource with its identity as one line of JSON, ASCII only. */
public final class ResourceText {

  private static final String KIND = "@kind";
  private static final String CONNECTION = "@connection";
  private static final String NAMESPACE = "@namespace";
  private static final String NAME = "@name";

  private ResourceText() {}

  /** The line of a resource that is there. */
  public static <T> String write(Change.Upsert<T> resource) {
    return RowContent.of(resource.resource())
        .document()
        .put(KIND, resource.kind().word())
        .put(CONNECTION, resource.key().connection())
        .put(NAMESPACE, resource.key().namespace())
        .put(NAME, resource.key().name())
        .write();
  }

  /**
   * The resource of a line.
   *
   * @throws IllegalArgumentException when nobody knows it
   */
  public static Change<?> read(String line) {
    Document document = Document.parse(line);
    return RowContent.read(
        document.text(KIND),
        new ApplicationKey(
            document.text(CONNECTION), document.text(NAMESPACE), document.text(NAME)),
        document);
  }
}
