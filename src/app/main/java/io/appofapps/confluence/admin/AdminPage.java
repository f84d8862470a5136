package io.appofapps.confluence.admin;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.sight.Viewers;
import io.appofapps.confluence.view.Reader;
import io.appofapps.confluence.view.Templates;
import io.appofapps.confluence.view.Texts;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The shell of the admin screen. A script fills it; without script it says where REST is. */
@Named
public class AdminPage {

  private static final String WEB_RESOURCE = "io.appofapps.confluence:aoa-admin-screen";
  private static final String BUNDLE = "/io/appofapps/confluence/i18n.properties";
  private static final String PREFIX = "aoa.admin.";
  private static final String REST = "/rest/aoa/1.0/admin";

  /** An administrator without a licence has no settings of their own. */
  private static final Reader NOBODY = new Reader(Locale.ENGLISH, ZoneOffset.UTC);

  private final Templates templates;
  private final Texts texts;
  private final Viewers viewers;
  private final PageBuilderService pageBuilder;
  private final ObjectMapper json = new ObjectMapper();

  @Inject
  public AdminPage(
      Templates templates,
      Texts texts,
      Viewers viewers,
      @ComponentImport PageBuilderService pageBuilder) {
    this.templates = templates;
    this.texts = texts;
    this.viewers = viewers;
    this.pageBuilder = pageBuilder;
  }

  /** The whole page, to be decorated by the administration console. */
  public String html() {
    pageBuilder.assembler().resources().requireWebResource(WEB_RESOURCE);
    Reader reader = viewers.current().map(Viewer::reader).orElse(NOBODY);
    return templates.render(
        "admin",
        Map.of(
            "title", texts.get("aoa.admin.title"),
            "noscript", texts.get("aoa.admin.noscript", REST),
            "loading", texts.get("aoa.admin.loading"),
            "language", reader.locale().toLanguageTag(),
            "zone", reader.zone().getId(),
            "texts", scriptTexts()));
  }

  /** All words of the screen by their keys without the prefix; their places stay as they are. */
  private String scriptTexts() {
    Map<String, String> words = new TreeMap<>();
    for (String key : Keys.ALL.stringPropertyNames()) {
      words.put(key.substring(PREFIX.length()), texts.get(key, "{0}", "{1}", "{2}"));
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
      try (InputStream in = AdminPage.class.getResourceAsStream(BUNDLE)) {
        all.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      all.keySet().removeIf(key -> !key.toString().startsWith(PREFIX));
      return all;
    }
  }
}
