package io.appofapps.confluence.environment.matrix;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.Source;
import io.appofapps.confluence.environment.ImageReference;
import io.appofapps.confluence.environment.matrix.ShownVersion.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The versions of an Application, the one that stands for it first: the image named like the
 * service, the only image, the tag that all images share, the chart, the Git revision. The images
 * are those of {@code status.summary.images}: what runs, not what was asked for.
 */
final class Versions {

  private Versions() {}

  static List<ShownVersion> of(Application application, String service) {
    String repository = "";
    String revision = "";
    List<ShownVersion> others = new ArrayList<>();
    for (int i = 0; i < application.sources().size(); i++) {
      Source source = application.sources().get(i);
      String resolved = i < application.revisions().size() ? application.revisions().get(i) : "";
      if (!source.chart().isEmpty()) {
        String version = resolved.isEmpty() ? source.targetRevision() : resolved;
        others.add(new ShownVersion(Kind.CHART, source.chart(), version, "", ""));
      } else if (repository.isEmpty()) {
        repository = source.repoUrl();
        revision = resolved;
        String declared = source.targetRevision().isEmpty() ? "HEAD" : source.targetRevision();
        others.add(new ShownVersion(Kind.REVISION, repository, declared, repository, resolved));
      }
    }
    List<ShownVersion> all = images(application, service, repository, revision);
    all.addAll(others);
    return List.copyOf(all);
  }

  private static List<ShownVersion> images(
      Application application, String service, String repository, String revision) {
    Map<String, TreeSet<String>> tags = new TreeMap<>();
    for (String text : application.images()) {
      ImageReference image = ImageReference.of(text);
      if (!image.version().isEmpty()) {
        tags.computeIfAbsent(image.repository(), ignored -> new TreeSet<>()).add(image.version());
      }
    }
    List<ShownVersion> images = new ArrayList<>();
    tags.forEach(
        (name, versions) ->
            images.add(
                new ShownVersion(
                    Kind.IMAGE, name, String.join(", ", versions), repository, revision)));
    images.sort((one, other) -> Boolean.compare(isOf(service, other), isOf(service, one)));
    boolean stands =
        images.size() <= 1
            || isOf(service, images.get(0))
            || images.stream().map(ShownVersion::version).distinct().count() == 1;
    return stands ? images : new ArrayList<>();
  }

  private static boolean isOf(String service, ShownVersion image) {
    String name = image.part().substring(image.part().lastIndexOf('/') + 1);
    return name.toLowerCase(Locale.ROOT).equals(service.toLowerCase(Locale.ROOT));
  }
}
