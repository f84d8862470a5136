package io.appofapps.devhost.webresource;

import io.appofapps.devhost.plugin.ModuleDescriptor;
import io.appofapps.devhost.plugin.Plugin;
import io.appofapps.devhost.plugin.Plugins;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Serves {@code /download/resources/plugin:module/name} and {@code
 * /download/resources/plugin/name}: only what a {@code <resource type="download">} of the
 * descriptor names.
 */
public final class DownloadServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Pattern SAFE =
      Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]*(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*");
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css;charset=UTF-8",
          "js", "text/javascript;charset=UTF-8",
          "svg", "image/svg+xml",
          "png", "image/png");

  private final transient Plugins plugins;
  private final transient ScriptTexts texts;

  public DownloadServlet(Plugins plugins, ScriptTexts texts) {
    this.plugins = plugins;
    this.texts = texts;
  }

  /** A resource in a plugin and whether its texts are to be put in. */
  private record Found(Plugin plugin, URL url, boolean translated) {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
    int slash = path.indexOf('/');
    String name = slash < 0 ? "" : path.substring(slash + 1);
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    Optional<Found> found =
        type == null || !SAFE.matcher(name).matches()
            ? Optional.empty()
            : find(path.substring(0, slash), name);
    if (found.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType(type);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-cache");
    try (InputStream in = found.get().url().openStream()) {
      byte[] content = in.readAllBytes();
      if (found.get().translated()) {
        String script = new String(content, StandardCharsets.UTF_8);
        content =
            texts
                .fill(script, found.get().plugin(), request.getLocale())
                .getBytes(StandardCharsets.UTF_8);
      }
      send(request, response, content);
    }
  }

  /** Content that the browser has already is not sent again. */
  private static void send(HttpServletRequest request, HttpServletResponse response, byte[] content)
      throws IOException {
    CRC32C checksum = new CRC32C();
    checksum.update(content);
    String tag = "\"" + content.length + "-" + Long.toHexString(checksum.getValue()) + "\"";
    response.setHeader("ETag", tag);
    if (tag.equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
    } else {
      response.getOutputStream().write(content);
    }
  }

  private Optional<Found> find(String owner, String name) {
    if (owner.indexOf(':') > 0) {
      return plugins
          .module(owner)
          .filter(module -> module.type().equals("web-resource"))
          .flatMap(
              module ->
                  elements(module.xml(), "resource")
                      .flatMap(resource -> located(resource, name).stream())
                      .findFirst()
                      .flatMap(module.plugin()::resource)
                      .map(url -> new Found(module.plugin(), url, isTranslated(module, name))));
    }
    return plugins.modules("resource").stream()
        .filter(module -> module.plugin().key().equals(owner))
        .flatMap(
            module ->
                located(module.xml(), name).flatMap(module.plugin()::resource).stream()
                    .map(url -> new Found(module.plugin(), url, false)))
        .findFirst();
  }

  /** Where the resource lies in the plugin, when the element names it or a folder above it. */
  private static Optional<String> located(Element resource, String name) {
    String declared = resource.getAttribute("name");
    String location = resource.getAttribute("location");
    if (!resource.getAttribute("type").equals("download")) {
      return Optional.empty();
    }
    if (declared.equals(name)) {
      return Optional.of(location);
    }
    return declared.endsWith("/") && name.startsWith(declared)
        ? Optional.of(location + name.substring(declared.length()))
        : Optional.empty();
  }

  private static boolean isTranslated(ModuleDescriptor module, String name) {
    return name.endsWith(".js")
        && elements(module.xml(), "transformer")
            .anyMatch(transformer -> transformer.getAttribute("key").equals("jsI18n"));
  }

  private static Stream<Element> elements(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    List<Element> elements =
        IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
    return elements.stream();
  }
}
