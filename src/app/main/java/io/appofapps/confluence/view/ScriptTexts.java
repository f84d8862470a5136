package io.appofapps.confluence.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The words of a script: all texts whose keys begin alike. */
@Named
public class ScriptTexts {

  private static final String BUNDLE = "/io/appofapps/confluence/i18n.properties";

  private final Texts texts;
  private final ObjectMapper json = new ObjectMapper();

  @Inject
  public ScriptTexts(Texts texts) {
    this.texts = texts;
  }

  /** A JSON object of them by their keys without the prefix; their places stay as they are. */
  public String json(String prefix) {
    Map<String, String> words = new TreeMap<>();
    for (String key : Keys.ALL.stringPropertyNames()) {
      if (key.startsWith(prefix)) {
        words.put(key.substring(prefix.length()), texts.get(key, "{0}", "{1}", "{2}"));
      }
    }
    try {
      return json.writeValueAsString(words);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Read once: the bundle does not change while the app runs. */
  private static final class Keys {

    private static final Properties ALL = read();

    private static Properties read() {
      Properties all = new Properties();
      try (InputStream in = ScriptTexts.class.getResourceAsStream(BUNDLE)) {
        all.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return all;
    }
  }
}
