package io.appofapps.devhost.velocity;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.apache.velocity.exception.ResourceNotFoundException;
import org.apache.velocity.exception.VelocityException;
import org.apache.velocity.runtime.resource.Resource;
import org.apache.velocity.runtime.resource.loader.ResourceLoader;
import org.apache.velocity.util.ExtProperties;

/** Reads templates from a {@link TemplateSource}; a template never changes while it is loaded. */
final class SourceLoader extends ResourceLoader {

  private final TemplateSource source;

  SourceLoader(TemplateSource source) {
    this.source = source;
  }

  @Override
  public void init(ExtProperties configuration) {
    setCachingOn(true);
  }

  @Override
  public Reader getResourceReader(String name, String encoding) {
    URL url =
        source
            .find(withoutSlash(name))
            .orElseThrow(() -> new ResourceNotFoundException("No template " + name));
    try (InputStream in = url.openStream()) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      refuseNewerSyntax(name, text);
      return new StringReader(text);
    } catch (IOException e) {
      throw new UncheckedIOException("Template " + name + " cannot be read", e);
    }
  }

  /** Confluence runs a fork of Velocity 1.6, which would print such a block as it stands. */
  private static void refuseNewerSyntax(String name, String text) {
    if (text.contains("#[[")) {
      throw new VelocityException(name + " uses #[[ ]], which Confluence's Velocity does not know");
    }
  }

  static String withoutSlash(String name) {
    return name.startsWith("/") ? name.substring(1) : name;
  }

  @Override
  public boolean isSourceModified(Resource resource) {
    return false;
  }

  @Override
  public long getLastModified(Resource resource) {
    return 0;
  }
}
