package io.appofapps.confluence.macro;

import com.atlassian.confluence.content.render.image.ImageDimensions;
import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.atlassian.confluence.macro.DefaultImagePlaceholder;
import com.atlassian.confluence.macro.EditorImagePlaceholder;
import com.atlassian.confluence.macro.ImagePlaceholder;
import com.atlassian.confluence.macro.Macro;
import com.atlassian.confluence.pages.AbstractPage;
import io.appofapps.confluence.log.LogEvent;
import io.appofapps.confluence.metrics.Meters;
import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.view.body.Face;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.Block;
import io.appofapps.confluence.view.frame.MessageBox;
import io.appofapps.confluence.view.frame.Parameters;
import io.appofapps.confluence.view.frame.Question;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A macro that shows a block. Answers from memory, never with an exception. */
public abstract class BlockMacro implements Macro, EditorImagePlaceholder {

  private static final Logger LOG = LoggerFactory.getLogger(BlockMacro.class);

  /** Of all macros of one rendering, which is for one person. */
  private static final String VIEWER = "io.appofapps.confluence.viewer";

  private static final String SHARED = "io.appofapps.confluence.shared";

  private static final String IMAGES = "/download/resources/io.appofapps.confluence/images/";

  private final Block block;
  private final MacroKit kit;
  private final String placeholder;

  /**
   * @param block what it shows
   * @param kit what all macros need
   * @param placeholder file name of the picture that the editor shows, 480 by 120 pixels
   */
  protected BlockMacro(Block block, MacroKit kit, String placeholder) {
    this.block = block;
    this.kit = kit;
    this.placeholder = IMAGES + placeholder;
  }

  @Override
  public final String execute(
      Map<String, String> parameters, String body, ConversionContext context) {
    Output output = Output.of(context.getOutputType());
    Meters.Outcome outcome = Meters.Outcome.DONE;
    long begin = System.nanoTime();
    try {
      context.disableAsyncRenderSafe();
      if (output != Output.EXPORT) {
        kit.requireScript();
      }
      return html(parameters, output, context);
    } catch (BadParameter e) {
      outcome = Meters.Outcome.REFUSED;
      return box(kit.messages().badParameter(e), parameters, output);
    } catch (RuntimeException e) {
      outcome = Meters.Outcome.FAILED;
      String id = UUID.randomUUID().toString().substring(0, 8);
      LOG.error("{}", LogEvent.of("macro.failed").with("macro", block.name()).with("id", id), e);
      return box(kit.messages().unexpected(id), parameters, output);
    } finally {
      kit.meters().rendered(block.name(), outcome, System.nanoTime() - begin);
    }
  }

  private String html(Map<String, String> given, Output output, ConversionContext context)
      throws BadParameter {
    Optional<Viewer> viewer = viewer(context);
    if (viewer.isEmpty()) {
      return box(kit.messages().noPermission(), given, output);
    }
    Place.Page place =
        new Place.Page(
            Optional.ofNullable(context.getEntity()), Optional.ofNullable(context.getSpaceKey()));
    Question question =
        new Question(viewer.get(), place, Parameters.of(block, given), face(output));
    String html =
        kit.frame()
            .html(block, question, pageId(context), output == Output.PAGE && !isHistory(context));
    return shared(output, context) + html;
  }

  /** What all blocks need comes with the first one of a rendering. */
  private String shared(Output output, ConversionContext context) {
    if (output == Output.EXPORT || context.hasProperty(SHARED)) {
      return "";
    }
    context.setProperty(SHARED, true);
    return kit.shared().html();
  }

  /** Who looks is asked once for all macros of a page. */
  private Optional<Viewer> viewer(ConversionContext context) {
    if (context.getProperty(VIEWER) instanceof Viewer known) {
      return Optional.of(known);
    }
    Optional<Viewer> viewer = kit.sight().viewer();
    viewer.ifPresent(found -> context.setProperty(VIEWER, found));
    return viewer;
  }

  /** An older version of a page is read as it is: it shows one moment and follows nothing. */
  private static boolean isHistory(ConversionContext context) {
    return context.getEntity() instanceof AbstractPage page && !page.isLatestVersion();
  }

  private String box(MessageBox.Message message, Map<String, String> given, Output output) {
    return kit.messages().html(message, inline(given), face(output));
  }

  private static Face face(Output output) {
    return output == Output.EXPORT ? Face.EXPORT : Face.PAGE;
  }

  /** Whether with these parameters it stands inside a line of text. */
  protected final boolean inline(Map<String, String> given) {
    return block.inline(Parameters.of(block, given));
  }

  /** Comments and templates have no page of their own by whose right a poll could be checked. */
  private static String pageId(ConversionContext context) {
    return context.getEntity() instanceof AbstractPage page && page.getId() > 0
        ? Long.toString(page.getId())
        : "";
  }

  @Override
  public BodyType getBodyType() {
    return BodyType.NONE;
  }

  /** A picture stands for it in the editor, so that one of a block fits into a line too. */
  @Override
  public OutputType getOutputType() {
    return OutputType.BLOCK;
  }

  @Override
  public ImagePlaceholder getImagePlaceholder(
      Map<String, String> parameters, ConversionContext context) {
    return new DefaultImagePlaceholder(placeholder, true, new ImageDimensions(480, 120));
  }
}
