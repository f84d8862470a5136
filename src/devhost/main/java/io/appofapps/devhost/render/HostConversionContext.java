package io.appofapps.devhost.render;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a macro learns about where its output goes. One per rendering. */
public final class HostConversionContext implements ConversionContext {

  private final Output output;
  private final String spaceKey;
  private final Map<String, Object> properties = new ConcurrentHashMap<>();
  private boolean asyncRenderSafe = true;

  public HostConversionContext(Output output, String spaceKey) {
    this.output = output;
    this.spaceKey = spaceKey;
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
