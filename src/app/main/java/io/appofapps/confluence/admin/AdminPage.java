package io.appofapps.confluence.admin;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.sight.Viewers;
import io.appofapps.confluence.view.Reader;
import io.appofapps.confluence.view.ScriptTexts;
import io.appofapps.confluence.view.Templates;
import io.appofapps.confluence.view.Texts;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;

/** The shell of the admin screen. A script fills it; without script it says where REST is. */
@Named
public class AdminPage {

  private static final String WEB_RESOURCE = "io.appofapps.confluence:aoa-admin-screen";
  private static final String REST = "/rest/aoa/1.0/admin";

  /** An administrator without a licence has no settings of their own. */
  private static final Reader NOBODY = new Reader(Locale.ENGLISH, ZoneOffset.UTC);

  private final Templates templates;
  private final Texts texts;
  private final ScriptTexts scriptTexts;
  private final Viewers viewers;
  private final PageBuilderService pageBuilder;

  @Inject
  public AdminPage(
      Templates templates,
      Texts texts,
      ScriptTexts scriptTexts,
      Viewers viewers,
      @ComponentImport PageBuilderService pageBuilder) {
    this.templates = templates;
    this.texts = texts;
    this.scriptTexts = scriptTexts;
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
            "texts", scriptTexts.json("aoa.admin.")));
  }
}
