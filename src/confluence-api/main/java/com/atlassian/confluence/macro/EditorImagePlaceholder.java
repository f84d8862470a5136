package com.atlassian.confluence.macro;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import java.util.Map;

/**
 * Evidence: class-use page of the Javadoc of Confluence 8.0; shipped macros of the 10 line
 * implement it.
 */
public interface EditorImagePlaceholder {
  ImagePlaceholder getImagePlaceholder(Map<String, String> parameters, ConversionContext context);
}
