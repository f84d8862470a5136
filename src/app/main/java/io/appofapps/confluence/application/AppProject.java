package io.appofapps.confluence.application;

import java.util.Map;

/**
 * What the app keeps of an Argo CD AppProject.
 *
 * @param key identity, in the same shape as an Application's
 * @param description spec.description, may be empty
 * @param annotations metadata.annotations without kubectl's last-applied configuration; long values
 *     may be cut
 */
public record AppProject(ApplicationKey key, String description, Map<String, String> annotations) {

  public AppProject {
    annotations = Map.copyOf(annotations);
  }
}
