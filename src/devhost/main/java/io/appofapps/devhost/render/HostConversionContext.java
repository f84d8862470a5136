package io.appofapps.devhost.render;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.atlassian.confluence.core.ContentEntityObject;
import io.appofapps.devhost.content.api.HostPage;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a macro learns about where its output goes. One per rendering. */
public final class HostConversionContext implements ConversionContext {

  private final Output output;
  private final String spaceKey;
  private final ContentEntityObject entity;
  private final Map<String, Object> properties = new ConcurrentHashMap<>();
  private boolean asyncRenderSafe = true;

  /** Rendering of no saved content: previews. */
  public HostConversionContext(Output output, String spaceKey) {
    this(output, spaceKey, null);
  }

  /** Rendering of a saved page. */
  public HostConversionContext(Output output, HostPage page) {
    this(output, page.getSpaceKey(), page);
  }

  private HostConversionContext(Output output, String spaceKey, ContentEntityObject entity) {
    this.output = output;
    this.spaceKey = spaceKey;
    this.entity = entity;
  }

  public Output output() {
    return output;
  }

  @Override
  public Object getProperty(String name) {
    return properties.get(name);
  }

  @Override
  public boolean hasProperty(String name) {
    return properties.containsKey(name);
  }

  @Override
  public ContentEntityObject getEntity() {
    return entity;
  }

  @Override
  public String getSpaceKey() {
    return spaceKey;
  }

  @Override
  public String getOutputType() {
    return output.type().value();
  }

  @Override
  public String getOutputDeviceType() {
    return output.device();
  }

  @Override
  public void disableAsyncRenderSafe() {
    asyncRenderSafe = false;
  }

  /** Whether no macro asked for rendering on the request itself. */
  public boolean isAsyncRenderSafe() {
    return asyncRenderSafe;
  }
}
