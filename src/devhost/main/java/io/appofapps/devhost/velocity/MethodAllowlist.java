package io.appofapps.devhost.velocity;

import io.appofapps.devhost.plugin.Plugin;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Confluence's method allowlist: strings, numbers, booleans, collections and maps of the JDK are
 * free; anything else needs an entry {@code fq.Class#method(fq.Type fq.Type)} in a {@code
 * velocity-allowlist} module, under the class that declares the method, and a plugin may list only
 * classes of its own.
 */
final class MethodAllowlist implements MethodRule {

  private static final Logger LOG = LoggerFactory.getLogger(MethodAllowlist.class);

  private static final List<Class<?>> FREE =
      List.of(
          String.class,
          Boolean.class,
          Character.class,
          Byte.class,
          Short.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          java.math.BigInteger.class,
          java.math.BigDecimal.class,
          Iterable.class,
          Collection.class,
          List.class,
          Set.class,
          SortedSet.class,
          Map.class,
          SortedMap.class,
          Map.Entry.class,
          Iterator.class,
          Enumeration.class);

  private static final Set<String> REFUSED =
      Set.of("getClass", "notify", "notifyAll", "wait", "describeConstable", "resolveConstantDesc");

  private final Set<String> entries;
  private final Map<Method, Boolean> decided = new ConcurrentHashMap<>();

  MethodAllowlist(Plugin plugin, Collection<String> entries) {
    this.entries =
        entries.stream()
            .map(String::strip)
            .filter(entry -> isOwn(plugin, entry))
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public boolean allows(Object receiver, Method method) {
    return decided.computeIfAbsent(
        method, m -> entries.contains(signature(m)) || isFree(receiver.getClass(), m));
  }

  /** {@code a.B#c(java.lang.String int)}, the form of an entry and of the log line. */
  static String signature(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(Class::getName)
        .collect(
            Collectors.joining(
                " ", method.getDeclaringClass().getName() + "#" + method.getName() + "(", ")"));
  }

  private static boolean isFree(Class<?> receiver, Method method) {
    return !REFUSED.contains(method.getName())
        && FREE.stream()
            .filter(type -> type.isAssignableFrom(receiver))
            .anyMatch(type -> declares(type, method));
  }

  private static boolean declares(Class<?> type, Method method) {
    return Arrays.stream(type.getMethods())
        .anyMatch(
            m ->
                m.getName().equals(method.getName())
                    && Arrays.equals(m.getParameterTypes(), method.getParameterTypes()));
  }

  private static boolean isOwn(Plugin plugin, String entry) {
    int hash = entry.indexOf('#');
    String className = hash < 0 ? entry : entry.substring(0, hash);
    try {
      Class<?> type = Class.forName(className, false, plugin.classLoader());
      if (type.getClassLoader() == plugin.classLoader()) {
        return true;
      }
      LOG.warn("Allowlist entry {} of {} is not a class of the plugin", entry, plugin.key());
    } catch (ClassNotFoundException e) {
      LOG.warn("Allowlist entry {} of {} names no class", entry, plugin.key());
    }
    return false;
  }
}
