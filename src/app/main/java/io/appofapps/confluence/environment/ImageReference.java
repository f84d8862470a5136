package io.appofapps.confluence.environment;

/**
 * A container image as {@code status.summary.images} names it.
 *
 * @param repository path of the repository without the registry, never empty for a real image
 * @param tag empty when there is none
 * @param digest {@code sha256:…}, empty when there is none
 */
public record ImageReference(String repository, String tag, String digest) {

  /** Reads a reference; whatever the text, this gives something to compare. */
  public static ImageReference of(String text) {
    int at = text.indexOf('@');
    String named = at < 0 ? text : text.substring(0, at);
    String digest = at < 0 ? "" : text.substring(at + 1);
    int colon = named.indexOf(':', named.lastIndexOf('/') + 1);
    String path = colon < 0 ? named : named.substring(0, colon);
    String tag = colon < 0 ? "" : named.substring(colon + 1);
    return new ImageReference(withoutRegistry(path), tag, digest);
  }

  /** The first part is a registry when it looks like a host, as Docker has it. */
  private static String withoutRegistry(String path) {
    int slash = path.indexOf('/');
    if (slash < 0) {
      return path;
    }
    String first = path.substring(0, slash);
    boolean host = first.contains(".") || first.contains(":") || first.equals("localhost");
    return host ? path.substring(slash + 1) : path;
  }

  /** What stands for the version: the tag, else the digest. */
  public String version() {
    return tag.isEmpty() ? digest : tag;
  }
}
