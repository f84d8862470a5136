package io.appofapps.confluence.macro;

import com.atlassian.confluence.content.render.image.ImageDimensions;
import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.atlassian.confluence.macro.DefaultImagePlaceholder;
import com.atlassian.confluence.macro.ImagePlaceholder;
import io.appofapps.confluence.view.drift.DriftBlock;
import jakarta.inject.Inject;
import java.util.Map;

/** {@code aoa-drift}: what stands otherwise than it should, as a list or as a badge. */
public class DriftMacro extends BlockMacro {

  private static final String BADGE =
      "/download/resources/io.appofapps.confluence/images/drift-badge.png";

  @Inject
  public DriftMacro(DriftBlock block, MacroKit kit) {
    super(block, kit, "drift-placeholder.png");
  }

  @Override
  public ImagePlaceholder getImagePlaceholder(
      Map<String, String> parameters, ConversionContext context) {
    return inline(parameters)
        ? new DefaultImagePlaceholder(BADGE, false, new ImageDimensions(120, 20))
        : super.getImagePlaceholder(parameters, context);
  }
}
