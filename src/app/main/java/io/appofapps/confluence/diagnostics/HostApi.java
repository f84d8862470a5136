package io.appofapps.confluence.diagnostics;

import io.appofapps.confluence.diagnostics.ApiUse.ByInheritance;
import io.appofapps.confluence.diagnostics.ApiUse.OfMember;
import io.appofapps.confluence.diagnostics.ApiUse.OfType;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The API of the running host, as far as a class loader sees it. Answers by the linking rules of
 * the JVM: names and descriptors, static or not, class or interface.
 */
final class HostApi {

  private final ClassLoader classLoader;

  HostApi(ClassLoader classLoader) {
    this.classLoader = classLoader;
  }

  /** Why the use would fail in this host, empty when it works. */
  Optional<String> problem(ApiUse use) {
    try {
      return find(use);
    } catch (ClassNotFoundException e) {
      return Optional.of("class not found: " + e.getMessage());
    } catch (LinkageError e) {
      return Optional.of("cannot be examined: " + e);
    }
  }

  private Optional<String> find(ApiUse use) throws ClassNotFoundException {
    if (use instanceof OfType type) {
      return kindProblem(type, load(type.name()));
    }
    if (use instanceof OfMember member) {
      return memberProblem(member, load(member.owner()));
    }
    ByInheritance inheritance = (ByInheritance) use;
    return unimplemented(load(inheritance.own()));
  }

  private Class<?> load(String name) throws ClassNotFoundException {
    return Class.forName(name, false, classLoader);
  }

  private static Optional<String> kindProblem(OfType use, Class<?> type) {
    boolean asExpected =
        switch (use.kind()) {
          case TYPE -> true;
          case CLASS -> !type.isInterface();
          case INTERFACE -> type.isInterface();
          case ANNOTATION -> type.isAnnotation();
        };
    return asExpected
        ? Optional.empty()
        : Optional.of("is no " + use.kind().name().toLowerCase(Locale.ROOT) + " here");
  }

  private static Optional<String> memberProblem(OfMember use, Class<?> owner) {
    List<Member> found = new ArrayList<>();
    collect(use, owner, found);
    if (owner.isInterface()) {
      collect(use, Object.class, found);
    }
    if (found.isEmpty()) {
      return Optional.of("no such " + (use.isMethod() ? "method" : "field") + others(use, owner));
    }
    return found.stream().anyMatch(m -> Modifier.isStatic(m.getModifiers()) == use.isStatic())
        ? Optional.empty()
        : Optional.of(use.isStatic() ? "is not static here" : "is static here");
  }

  private static void collect(OfMember use, Class<?> type, List<Member> found) {
    declared(use, type)
        .filter(member -> !Modifier.isPrivate(member.getModifiers()))
        .filter(member -> use.isAnnotationElement() || descriptor(member).equals(use.descriptor()))
        .forEach(found::add);
    if (use.isConstructor()) {
      return;
    }
    if (type.getSuperclass() != null) {
      collect(use, type.getSuperclass(), found);
    }
    for (Class<?> parent : type.getInterfaces()) {
      collect(use, parent, found);
    }
  }

  /** Members of the name that the type itself declares. */
  private static Stream<Member> declared(OfMember use, Class<?> type) {
    if (use.isConstructor()) {
      return Arrays.stream(type.getDeclaredConstructors());
    }
    Member[] members = use.isMethod() ? type.getDeclaredMethods() : type.getDeclaredFields();
    return Arrays.stream(members).filter(member -> member.getName().equals(use.name()));
  }

  private static String descriptor(Member member) {
    if (member instanceof Field field) {
      return field.getType().descriptorString();
    }
    if (member instanceof Constructor<?> constructor) {
      return MethodType.methodType(void.class, constructor.getParameterTypes()).descriptorString();
    }
    Method method = (Method) member;
    return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
        .descriptorString();
  }

  private static String others(OfMember use, Class<?> owner) {
    String others =
        declared(use, owner)
            .map(member -> use.name() + descriptor(member))
            .sorted()
            .collect(Collectors.joining(", "));
    return others.isEmpty() ? "" : "; the host has " + others;
  }

  /** A newer host may ask more of an implementation than the app was compiled against. */
  private static Optional<String> unimplemented(Class<?> own) {
    String methods =
        Arrays.stream(own.getMethods())
            .filter(method -> Modifier.isAbstract(method.getModifiers()))
            .map(method -> method.getName() + descriptor(method))
            .sorted()
            .collect(Collectors.joining(", "));
    return methods.isEmpty()
        ? Optional.empty()
        : Optional.of("the app does not implement " + methods);
  }
}
