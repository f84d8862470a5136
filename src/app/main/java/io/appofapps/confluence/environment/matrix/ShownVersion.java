package io.appofapps.confluence.environment.matrix;

/**
 * A version that an Application really runs, of one part of it.
 *
 * @param kind what carries it
 * @param part repository of the image without its registry, name of the chart, or URL of the Git
 *     repository; untrusted
 * @param version tag or digest, chart version, or declared revision; untrusted. Several tags of one
 *     image, as during a rollout, with commas between
 * @param repository URL of the Git repository of the manifests, empty when there is none
 * @param revision resolved commit there, empty when it is not known
 */
public record ShownVersion(
    Kind kind, String part, String version, String repository, String revision) {

  /** What carries a version, in the order in which they are asked. */
  public enum Kind {
    IMAGE,
    CHART,
    REVISION
  }

  /** Whether the other says something of the same part. */
  boolean comparableWith(ShownVersion other) {
    return kind == other.kind && part.equals(other.part);
  }

  /** Whether nobody could tell the two apart. */
  boolean sameAs(ShownVersion other) {
    if (kind != Kind.REVISION) {
      return version.equals(other.version);
    }
    return revision.isEmpty() || other.revision.isEmpty()
        ? version.equals(other.version)
        : revision.equals(other.revision);
  }
}
