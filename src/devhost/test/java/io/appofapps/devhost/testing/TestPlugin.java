package io.appofapps.devhost.testing;

import io.appofapps.devhost.plugin.ModuleDescriptor;
import io.appofapps.devhost.plugin.Plugin;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** A plugin made in a test: modules from XML, templates and texts from maps. */
public final class TestPlugin implements Plugin {

  private final String key;
  private final Map<String, String> resources = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Object> instances = new HashMap<>();
  private final List<ModuleDescriptor> modules = new ArrayList<>();

  public TestPlugin(String key) {
    this.key = key;
  }

  public TestPlugin with(String path, String content) {
    resources.put(path, content);
    return this;
  }

  public TestPlugin text(String textKey, String text) {
    texts.put(textKey, text);
    return this;
  }

  public TestPlugin module(String xml) {
    Element element = element(xml);
    modules.add(
        new ModuleDescriptor(this, element.getNodeName(), element.getAttribute("key"), element));
    return this;
  }

  /** What {@link #create} answers for the class name. */
  public TestPlugin instance(String className, Object instance) {
    instances.put(className, instance);
    return this;
  }

  public List<ModuleDescriptor> modules() {
    return List.copyOf(modules);
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public String name() {
    return "Test plugin";
  }

  @Override
  public String version() {
    return "1.0";
  }

  @Override
  public ClassLoader classLoader() {
    return TestPlugin.class.getClassLoader();
  }

  @Override
  public <T> T create(String className, Class<T> type) {
    return type.cast(instances.get(className));
  }

  @Override
  public Optional<URL> resource(String path) {
    return Optional.ofNullable(resources.get(path)).map(TestPlugin::url);
  }

  @Override
  public Optional<String> text(String textKey, Locale locale) {
    return Optional.ofNullable(texts.get(textKey));
  }

  private static Element element(String xml) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new java.io.StringReader(xml)))
          .getDocumentElement();
    } catch (Exception e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static URL url(String content) {
    try {
      return new URL(null, "memory:/resource", new Handler(content));
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static final class Handler extends URLStreamHandler {
    private final String content;

    Handler(String content) {
      this.content = content;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {
          // nothing to connect to
        }

        @Override
        public InputStream getInputStream() {
          return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
        }
      };
    }
  }
}
