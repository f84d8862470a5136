package io.appofapps.confluence.view;

import com.atlassian.activeobjects.external.ActiveObjects;
import io.appofapps.confluence.capture.Captures;
import io.appofapps.confluence.capture.rows.CapturePartRow;
import io.appofapps.confluence.capture.rows.CaptureRow;
import io.appofapps.confluence.state.rows.TestActiveObjects;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Kept snapshots in a database of their own. */
public final class TestCaptures {

  private TestCaptures() {}

  /** The database is made when something is asked of it for the first time. */
  public static Captures lazy() {
    Lazy database = new Lazy();
    return new Captures(
        (ActiveObjects)
            Proxy.newProxyInstance(
                TestCaptures.class.getClassLoader(),
                new Class<?>[] {ActiveObjects.class},
                (proxy, method, arguments) -> {
                  try {
                    return method.invoke(database.get(), arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                }));
  }

  private static final class Lazy {
    private TestActiveObjects database;

    private synchronized TestActiveObjects get() {
      if (database == null) {
        database = TestActiveObjects.h2();
        database.migrate(CaptureRow.class, CapturePartRow.class);
      }
      return database;
    }
  }
}
