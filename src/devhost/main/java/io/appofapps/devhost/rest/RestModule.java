package io.appofapps.devhost.rest;

import io.appofapps.devhost.plugin.ModuleDescriptor;
import io.appofapps.devhost.web.Guard;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.NodeList;

/**
 * What a {@code <rest>} element says: {@code path}, {@code version} and the packages to look in.
 *
 * @param descriptor the module
 */
record RestModule(ModuleDescriptor descriptor) {

  private static final String NO_VERSION = "none";
  private static final String LATEST = "latest";

  /** The part of the path that belongs to the module, empty when the path is another's. */
  Optional<String> mountPoint(String path) {
    String root = descriptor.attribute("path");
    String version = descriptor.attribute("version");
    Stream<String> mounts =
        version.isEmpty() || version.equals(NO_VERSION)
            ? Stream.of(root)
            : Stream.of(root + "/" + version, root + "/" + LATEST);
    return mounts.filter(mount -> path.equals(mount) || path.startsWith(mount + "/")).findFirst();
  }

  /** Classes with {@code @Path} or {@code @Provider} in the packages of the module. */
  List<Class<?>> classes() {
    NodeList packages = descriptor.xml().getElementsByTagName("package");
    return IntStream.range(0, packages.getLength())
        .mapToObj(index -> packages.item(index).getTextContent().trim())
        .flatMap(name -> BundleClasses.in(descriptor.plugin(), name).stream())
        .filter(
            type ->
                type.isAnnotationPresent(Path.class) || type.isAnnotationPresent(Provider.class))
        .toList();
  }

  /** The methods that nobody may call because nothing says who may. */
  List<Method> unguarded() {
    return classes().stream()
        .flatMap(
            type ->
                Arrays.stream(type.getMethods())
                    .filter(RestModule::isResourceMethod)
                    .filter(method -> Guard.of(type, method).isEmpty()))
        .toList();
  }

  private static boolean isResourceMethod(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
  }
}
