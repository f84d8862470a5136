package io.appofapps.confluence.cluster;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The threads of this room. The Kubernetes client finds its parts through the thread's context
 * class loader; in Confluence that is the host's, so it is set to ours around every entry and on
 * every thread the client is given.
 */
final class OwnThreads {

  private static final ClassLoader OURS = OwnThreads.class.getClassLoader();

  private OwnThreads() {}

  /** Runs the call with our class loader as the context class loader. */
  static <T> T withOwnLoader(Supplier<T> call) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(OURS);
    try {
      return call.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Daemon threads with our class loader, named so that an administrator can place them. */
  static ThreadFactory named(String name) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, "app-of-apps-" + name + "-" + number.incrementAndGet());
      thread.setDaemon(true);
      thread.setContextClassLoader(OURS);
      return thread;
    };
  }
}
