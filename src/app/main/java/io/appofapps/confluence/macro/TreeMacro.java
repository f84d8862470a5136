package io.appofapps.confluence.macro;

import com.atlassian.confluence.content.render.image.ImageDimensions;
import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.atlassian.confluence.macro.DefaultImagePlaceholder;
import com.atlassian.confluence.macro.EditorImagePlaceholder;
import com.atlassian.confluence.macro.ImagePlaceholder;
import com.atlassian.confluence.macro.Macro;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.sight.Sight;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.view.Reader;
import io.appofapps.confluence.view.TreeFrame;
import io.appofapps.confluence.view.TreePage;
import io.appofapps.confluence.view.TreePages;
import io.appofapps.confluence.view.TreeParameters;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.MessageBox;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code aoa-tree}: the deployment tree of a set. Answers from memory, never with an exception. */
public class TreeMacro implements Macro, EditorImagePlaceholder {

  private static final Logger LOG = LoggerFactory.getLogger(TreeMacro.class);
  private static final String WEB_RESOURCE = "io.appofapps.confluence:aoa-view";
  private static final String PLACEHOLDER =
      "/download/resources/io.appofapps.confluence/images/tree-placeholder.png";

  private final Sight sight;
  private final TreePages pages;
  private final TreeFrame frame;
  private final MessageBox messages;
  private final PageBuilderService pageBuilder;

  @Inject
  public TreeMacro(
      Sight sight,
      TreePages pages,
      TreeFrame frame,
      MessageBox messages,
      @ComponentImport PageBuilderService pageBuilder) {
    this.sight = sight;
    this.pages = pages;
    this.frame = frame;
    this.messages = messages;
    this.pageBuilder = pageBuilder;
  }

  @Override
  public String execute(Map<String, String> parameters, String body, ConversionContext context) {
    try {
      context.disableAsyncRenderSafe();
      Output output = Output.of(context.getOutputType());
      if (output != Output.EXPORT) {
        pageBuilder.assembler().resources().requireWebResource(WEB_RESOURCE);
      }
      return html(parameters, output, context);
    } catch (BadParameter e) {
      return messages.html(messages.badParameter(e));
    } catch (RuntimeException e) {
      String id = UUID.randomUUID().toString().substring(0, 8);
      LOG.error("The aoa-tree macro failed [{}]", id, e);
      return messages.html(messages.unexpected(id));
    }
  }

  private String html(Map<String, String> given, Output output, ConversionContext context)
      throws BadParameter {
    Optional<Viewer> viewer = sight.viewer();
    if (viewer.isEmpty()) {
      return messages.html(messages.noPermission());
    }
    TreeParameters parameters = TreeParameters.of(given);
    Reader reader = viewer.get().reader();
    TreePage page = pages.open(viewer.get(), place(context), parameters.set());
    if (page instanceof TreePage.Ready ready) {
      return output == Output.EXPORT
          ? frame.exportHtml(ready, parameters, reader)
          : frame.pageHtml(ready, parameters, reader, output == Output.PREVIEW);
    }
    return messages.html(messages.of(page));
  }

  private static Place place(ConversionContext context) {
    return new Place.Page(
        Optional.ofNullable(context.getEntity()), Optional.ofNullable(context.getSpaceKey()));
  }

  @Override
  public BodyType getBodyType() {
    return BodyType.NONE;
  }

  @Override
  public OutputType getOutputType() {
    return OutputType.BLOCK;
  }

  @Override
  public ImagePlaceholder getImagePlaceholder(
      Map<String, String> parameters, ConversionContext context) {
    return new DefaultImagePlaceholder(PLACEHOLDER, true, new ImageDimensions(480, 120));
  }
}
