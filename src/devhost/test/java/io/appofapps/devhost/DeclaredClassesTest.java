package io.appofapps.devhost;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.confluence.macro.Macro;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The host brings the bodies of the concrete Atlassian classes. What plugins see of each must be
 * what the declarations say, no less and no more.
 */
class DeclaredClassesTest {

  @TestFactory
  Stream<DynamicTest> theHostsClassesAreAsDeclared() throws Exception {
    Path own = Path.of(Host.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> names;
    try (Stream<Path> files = Files.walk(own.resolve("com/atlassian"))) {
      names =
          files
              .map(file -> own.relativize(file).toString())
              .filter(name -> name.endsWith(".class"))
              .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
              .toList();
    }
    assertThat(names).isNotEmpty();
    URLClassLoader declarations = declarations();
    return names.stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> {
                      Class<?> declared = declarations.loadClass(name);
                      Class<?> brought = Class.forName(name);
                      assertThat(brought).isNotSameAs(declared);
                      assertThat(shape(brought)).isEqualTo(shape(declared));
                    }));
  }

  /** The declarations first, then all that they refer to; none of the host's own classes. */
  private static URLClassLoader declarations() throws Exception {
    URI location = Macro.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    List<URL> urls = new ArrayList<>(List.of(location.toURL()));
    for (String entry : System.getProperty("java.class.path").split(":")) {
      if (entry.endsWith(".jar")) {
        urls.add(Path.of(entry).toUri().toURL());
      }
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  private static TreeSet<String> shape(Class<?> type) {
    TreeSet<String> shape = new TreeSet<>();
    shape.add("modifiers " + Modifier.toString(type.getModifiers()));
    shape.add("superclass " + type.getSuperclass());
    Arrays.stream(type.getInterfaces()).forEach(i -> shape.add("implements " + i.getName()));
    Stream<Member> members =
        Stream.of(
                type.getDeclaredFields(), type.getDeclaredMethods(), type.getDeclaredConstructors())
            .<Member>flatMap(Arrays::stream);
    members
        .filter(member -> Modifier.isPublic(member.getModifiers()))
        .filter(member -> !member.isSynthetic() && !overridesObject(member))
        .map(DeclaredClassesTest::text)
        .forEach(shape::add);
    return shape;
  }

  private static boolean overridesObject(Member member) {
    return member instanceof Method
        && List.of("equals", "hashCode", "toString").contains(member.getName());
  }

  private static String text(Member member) {
    String kind = Modifier.isStatic(member.getModifiers()) ? "static " : "";
    if (member instanceof Field field) {
      return kind + field.getType().getName() + " " + field.getName();
    }
    Executable executable = (Executable) member;
    String parameters =
        Arrays.stream(executable.getParameterTypes())
            .map(Class::getName)
            .collect(Collectors.joining(","));
    String result =
        executable instanceof Method method ? method.getReturnType().getName() : "constructor";
    String name = member instanceof Constructor ? "" : member.getName();
    return kind + result + " " + name + "(" + parameters + ")";
  }
}
