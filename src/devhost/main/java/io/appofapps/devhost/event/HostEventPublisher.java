package io.appofapps.devhost.event;

import com.atlassian.event.api.EventListener;
import com.atlassian.event.api.EventPublisher;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the annotated methods of listeners whose parameter the event fits, on the thread that
 * publishes. A listener that fails is named in the log and keeps nobody else from hearing.
 */
public final class HostEventPublisher implements EventPublisher {

  private static final Logger LOG = LoggerFactory.getLogger(HostEventPublisher.class);

  private record Ear(Object listener, Method method) {
    boolean hears(Object event) {
      return method.getParameterTypes()[0].isInstance(event);
    }
  }

  private final List<Ear> ears = new CopyOnWriteArrayList<>();

  @Override
  public void publish(Object event) {
    ears.stream().filter(ear -> ear.hears(event)).forEach(ear -> tell(ear, event));
  }

  private static void tell(Ear ear, Object event) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(ear.listener().getClass().getClassLoader());
    try {
      ear.method().invoke(ear.listener(), event);
    } catch (InvocationTargetException e) {
      LOG.error("A listener of {} fails", event.getClass().getName(), e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Registers it; a listener that is registered is not registered twice. */
  @Override
  public void register(Object listener) {
    List<Method> methods =
        Arrays.stream(listener.getClass().getMethods())
            .filter(method -> method.isAnnotationPresent(EventListener.class))
            .toList();
    for (Method method : methods) {
      if (method.getParameterCount() != 1) {
        throw new IllegalArgumentException(method + " must take one event");
      }
    }
    unregister(listener);
    methods.forEach(method -> ears.add(new Ear(listener, method)));
  }

  @Override
  public void unregister(Object listener) {
    ears.removeIf(ear -> ear.listener() == listener);
  }

  @Override
  public void unregisterAll() {
    ears.clear();
  }
}
