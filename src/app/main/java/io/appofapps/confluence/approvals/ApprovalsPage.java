package io.appofapps.confluence.approvals;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.view.Templates;
import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.body.Face;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.Frame;
import io.appofapps.confluence.view.frame.Parameters;
import io.appofapps.confluence.view.frame.Question;
import io.appofapps.confluence.view.frame.Shared;
import io.appofapps.confluence.view.promotion.ApprovalsBlock;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;

/** The queue as a whole page, kept up to date as blocks on pages are. */
@Named
public class ApprovalsPage {

  private static final String WEB_RESOURCE = "io.appofapps.confluence:aoa-view";

  private final ApprovalsBlock block;
  private final Frame frame;
  private final Shared shared;
  private final Templates templates;
  private final Texts texts;
  private final PageBuilderService pageBuilder;

  @Inject
  public ApprovalsPage(
      ApprovalsBlock block,
      Frame frame,
      Shared shared,
      Templates templates,
      Texts texts,
      @ComponentImport PageBuilderService pageBuilder) {
    this.block = block;
    this.frame = frame;
    this.shared = shared;
    this.templates = templates;
    this.texts = texts;
    this.pageBuilder = pageBuilder;
  }

  /** What waits for that person, to be decorated as any page of the site. */
  public String html(Viewer viewer) {
    pageBuilder.assembler().resources().requireWebResource(WEB_RESOURCE);
    Question question =
        new Question(viewer, new Place.Api(), Parameters.of(block, Map.of()), Face.PAGE);
    try {
      return templates.render(
          "approvals",
          Map.of(
              "title",
              texts.get("aoa.approvals.title"),
              "blockHtml",
              shared.html() + frame.html(block, question, "", true)));
    } catch (BadParameter e) {
      throw new IllegalStateException("The queue has no parameters", e);
    }
  }
}
