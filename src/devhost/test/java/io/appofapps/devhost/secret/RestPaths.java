package io.appofapps.devhost.secret;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Every method and path of the packed app's REST, read from its classes. */
final class RestPaths {

  private static final String PACKAGE = "io/appofapps/confluence/rest/";

  /** Deletions come last, so that the others find something. */
  private static final List<String> ORDER = List.of("GET", "POST", "PUT", "DELETE");

  private RestPaths() {}

  record RestPath(String method, String path) {}

  static List<RestPath> of(File jar) {
    try (JarFile entries = new JarFile(jar);
        URLClassLoader loader =
            new URLClassLoader(new URL[] {jar.toURI().toURL()}, RestPaths.class.getClassLoader())) {
      List<RestPath> paths = new ArrayList<>();
      for (String name :
          entries.stream()
              .map(entry -> entry.getName())
              .filter(name -> name.startsWith(PACKAGE) && name.endsWith("Resource.class"))
              .toList()) {
        Class<?> resource =
            Class.forName(
                name.substring(0, name.length() - ".class".length()).replace('/', '.'),
                false,
                loader);
        Arrays.stream(resource.getDeclaredMethods())
            .flatMap(method -> of(resource, method))
            .forEach(paths::add);
      }
      paths.sort(
          Comparator.comparing((RestPath each) -> ORDER.indexOf(each.method()))
              .thenComparing(RestPath::path));
      return paths;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<RestPath> of(Class<?> resource, Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .flatMap(type -> Optional.ofNullable(type.getAnnotation(HttpMethod.class)).stream())
        .map(verb -> new RestPath(verb.value(), path(resource) + path(method)));
  }

  private static String path(java.lang.reflect.AnnotatedElement element) {
    Path path = element.getAnnotation(Path.class);
    return path == null ? "" : "/" + path.value();
  }
}
