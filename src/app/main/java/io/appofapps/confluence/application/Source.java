package io.appofapps.confluence.application;

import java.util.List;

/**
 * One source of an Application ({@code spec.source} or an element of {@code spec.sources}).
 *
 * @param repoUrl Git repository or chart repository, empty when the manifest has none
 * @param path folder in a Git repository, empty for a chart
 * @param chart chart name, empty for Git
 * @param targetRevision branch, tag, SHA, chart version or range as declared; empty means HEAD
 * @param valueFiles Helm value files in their order, never null
 */
public record Source(
    String repoUrl, String path, String chart, String targetRevision, List<String> valueFiles) {

  public Source {
    valueFiles = List.copyOf(valueFiles);
  }
}
