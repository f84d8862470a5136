package io.appofapps.devhost.render;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.atlassian.confluence.core.ContentEntityObject;
import io.appofapps.devhost.content.api.HostPage;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a macro learns about where its output goes. One per rendering. */
public final class HostConversionContext implements ConversionContext {

  private final Output output;
  private final String spaceKey;
  private final ContentEntityObject entity;
  private final Map<String, Object> properties = new ConcurrentHashMap<>();
  private final Set<Long> pages;
  private boolean asyncRenderSafe = true;

  /** Rendering of no saved content: previews. */
  public HostConversionContext(Output output, String spaceKey) {
    this(output, spaceKey, null, Set.of());
  }

  /** Rendering of a saved page. */
  public HostConversionContext(Output output, HostPage page) {
    this(output, page.getSpaceKey(), page, Set.of(page.getId()));
  }

  private HostConversionContext(
      Output output, String spaceKey, ContentEntityObject entity, Set<Long> pages) {
    this.output = output;
    this.spaceKey = spaceKey;
    this.entity = entity;
    this.pages = pages;
  }

  /** The context of a page that is included here; empty when it is one of those around it. */
  Optional<HostConversionContext> including(HostPage page) {
    Set<Long> all = new HashSet<>(pages);
    return all.add(page.getId())
        ? Optional.of(new HostConversionContext(output, page.getSpaceKey(), page, Set.copyOf(all)))
        : Optional.empty();
  }

  public Output output() {
    return output;
  }

  @Override
  public void setProperty(String name, Object value) {
    properties.put(name, value);
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
