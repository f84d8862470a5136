package io.appofapps.confluence.configuration.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.configuration.RepositorySettings;
import java.util.List;

/** The section {@code repositories}. */
final class RepositoryDocument {

  private RepositoryDocument() {}

  static RepositorySettings read(Part part) {
    RepositorySettings repository =
        new RepositorySettings(
            part.required("url", "name the https address of the Git repository"),
            part.text("stories").orElse(RepositorySettings.JIRA_KEYS));
    part.refuseOthers();
    return repository;
  }

  static ArrayNode write(List<RepositorySettings> repositories) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (RepositorySettings repository : repositories) {
      ObjectNode node = array.addObject();
      node.put("url", repository.url());
      node.put("stories", repository.stories());
    }
    return array;
  }
}
