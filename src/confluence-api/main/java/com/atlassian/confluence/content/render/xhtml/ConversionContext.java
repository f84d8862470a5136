package com.atlassian.confluence.content.render.xhtml;

import com.atlassian.confluence.core.ContentEntityObject;

/** Evidence: Javadoc of Confluence 4.2 to 9.x; disableAsyncRenderSafe from the 8.x line. */
public interface ConversionContext {
  void setProperty(String name, Object value);

  Object getProperty(String name);

  boolean hasProperty(String name);

  /** May be null: previews, templates. */
  ContentEntityObject getEntity();

  String getSpaceKey();

  String getOutputType();

  String getOutputDeviceType();

  void disableAsyncRenderSafe();
}
