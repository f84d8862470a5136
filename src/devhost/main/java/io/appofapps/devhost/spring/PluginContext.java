package io.appofapps.devhost.spring;

import io.appofapps.devhost.osgi.PluginRefusedException;
import java.beans.Introspector;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/** The Spring context of a plugin, made from its scanner index. */
public final class PluginContext implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PluginContext.class);

  private final ClassLoader loader;
  private final GenericApplicationContext context = new GenericApplicationContext();
  private final Map<Object, List<Class<?>>> exports = new LinkedHashMap<>();

  private PluginContext(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * Builds the context.
   *
   * @param plugin key of the plugin, for messages
   * @param services gives the service of an imported type, empty when nobody publishes it
   * @throws PluginRefusedException when an import cannot be met or a bean cannot be made
   */
  public static PluginContext start(
      String plugin,
      ScannerIndex index,
      ClassLoader loader,
      Function<Class<?>, Optional<Object>> services) {
    PluginContext started = new PluginContext(loader);
    try {
      started.inLoader(
          () -> {
            started.build(plugin, index, services);
            return null;
          });
      return started;
    } catch (RuntimeException e) {
      started.close();
      throw e instanceof PluginRefusedException
          ? e
          : new PluginRefusedException(
              plugin
                  + " cannot be enabled, its Spring context fails: "
                  + NestedExceptionUtils.getMostSpecificCause(e).getMessage(),
              e);
    }
  }

  private void build(
      String plugin, ScannerIndex index, Function<Class<?>, Optional<Object>> services) {
    context.setClassLoader(loader);
    context.setDisplayName(plugin);
    ConfigurableListableBeanFactory factory = context.getBeanFactory();
    factory.setBeanClassLoader(loader);
    AnnotationConfigUtils.registerAnnotationConfigProcessors(context);
    for (ScannerIndex.Entry entry : index.imports()) {
      importService(plugin, entry, factory, services);
    }
    for (ScannerIndex.Entry entry : index.components()) {
      Class<?> type = load(plugin, entry.className());
      RootBeanDefinition definition = new RootBeanDefinition(type);
      context.registerBeanDefinition(entry.detail().orElseGet(() -> beanName(type)), definition);
    }
    context.refresh();
    for (ScannerIndex.Entry entry : index.exports()) {
      export(plugin, entry);
    }
  }

  private void importService(
      String plugin,
      ScannerIndex.Entry entry,
      ConfigurableListableBeanFactory factory,
      Function<Class<?>, Optional<Object>> services) {
    Class<?> type;
    try {
      type = loader.loadClass(entry.className());
    } catch (ClassNotFoundException e) {
      // So does the product: a warning here, a failed injection later.
      LOG.warn("{} imports the service {}, but cannot load that class", plugin, entry.className());
      return;
    }
    Object service =
        services
            .apply(type)
            .orElseThrow(
                () ->
                    new PluginRefusedException(
                        plugin
                            + " cannot be enabled: it imports the service "
                            + type.getName()
                            + ", which nobody publishes"));
    String name = entry.detail().orElseGet(() -> beanName(type));
    factory.registerSingleton(
        factory.containsSingleton(name) ? type.getName() : name, proxy(type, service));
  }

  /** A service is seen through the imported interface only, as through OSGi. */
  private static Object proxy(Class<?> type, Object service) {
    if (!type.isInterface()) {
      return service;
    }
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          try {
            return method.invoke(service, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  private void export(String plugin, ScannerIndex.Entry entry) {
    Class<?> type = load(plugin, entry.className());
    Object bean = context.getBean(type);
    List<Class<?>> interfaces =
        entry
            .detail()
            .map(
                names ->
                    List.of(names.split(",")).stream()
                        .<Class<?>>map(name -> load(plugin, name))
                        .toList())
            .orElseGet(
                () ->
                    type.getInterfaces().length == 0
                        ? List.<Class<?>>of(type)
                        : List.of(type.getInterfaces()));
    exports.put(bean, interfaces);
  }

  /** Exported beans with the types they are published under. */
  public Map<Object, List<Class<?>>> exports() {
    return exports;
  }

  /** A new instance with its constructor autowired. */
  public <T> T create(String className, Class<T> type) {
    return inLoader(
        () -> {
          Object made =
              context
                  .getAutowireCapableBeanFactory()
                  .createBean(load(context.getDisplayName(), className));
          return type.cast(made);
        });
  }

  private Class<?> load(String plugin, String className) {
    try {
      return loader.loadClass(className);
    } catch (ClassNotFoundException | LinkageError e) {
      throw new PluginRefusedException(plugin + " has no usable class " + className + ": " + e, e);
    }
  }

  private static String beanName(Class<?> type) {
    String name = type.getName();
    String nested = name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    return Introspector.decapitalize(nested);
  }

  private <T> T inLoader(java.util.function.Supplier<T> action) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return action.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  public void close() {
    inLoader(
        () -> {
          context.close();
          return null;
        });
  }
}
