package io.appofapps.confluence.rest;

import io.appofapps.confluence.administration.Consequences;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.ConnectionSettings;
import io.appofapps.confluence.state.StateReader;
import io.appofapps.confluence.view.Texts;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the deletion of a connection takes away, as sentences and figures. */
@Named
public class ConsequencesAnswer {

  private static final int MOST_NAMES = 10;

  private final StateReader state;
  private final Texts texts;

  @Inject
  public ConsequencesAnswer(StateReader state, Texts texts) {
    this.state = state;
    this.texts = texts;
  }

  /**
   * {@code {"consequences": [sentence], "applications", "rows", "sets": [key], "discoveredSets":
   * [title], "secrets": [name]}}.
   */
  Map<String, Object> of(Configuration configuration, String id) {
    ConnectionSettings connection = Entries.connection(configuration, id);
    Consequences found = Consequences.of(connection, configuration, state.current());
    List<String> sentences = new ArrayList<>();
    sentences.add(texts.get("aoa.rest.delete.applications", found.applications(), found.rows()));
    names(sentences, "aoa.rest.delete.sets", found.defined());
    names(sentences, "aoa.rest.delete.discovered", found.discovered());
    names(sentences, "aoa.rest.delete.secrets", found.secrets());
    sentences.add(texts.get("aoa.rest.delete.pages"));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("consequences", sentences);
    answer.put("applications", found.applications());
    answer.put("rows", found.rows());
    answer.put("sets", found.defined());
    answer.put("discoveredSets", found.discovered());
    answer.put("secrets", found.secrets());
    return answer;
  }

  private void names(List<String> sentences, String key, List<String> names) {
    if (!names.isEmpty()) {
      String shown = String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMES)));
      sentences.add(
          texts.get(key, names.size(), names.size() > MOST_NAMES ? shown + ", …" : shown));
    }
  }
}
