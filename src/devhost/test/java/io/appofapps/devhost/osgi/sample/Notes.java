package io.appofapps.devhost.osgi.sample;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import net.java.ao.DBParam;

/** A bean that uses Active Objects at start and tells how many notes there are. */
public class Notes implements LifecycleAware, Supplier<String> {

  private final ActiveObjects ao;
  private boolean started;

  @Inject
  public Notes(ActiveObjects ao) {
    this.ao = ao;
  }

  @Override
  public void onStart() {
    started = true;
    ao.executeInTransaction(
        () -> ao.create(Note.class, new DBParam("TITLE", "t"), new DBParam("BODY", "b")));
    try {
      ao.executeInTransaction(
          () -> {
            ao.create(Note.class, new DBParam("TITLE", "rolled back"));
            throw new IllegalStateException("undo");
          });
    } catch (IllegalStateException e) {
      // The note must be gone; get() counts.
    }
  }

  @Override
  public String get() {
    return started + " " + ao.count(Note.class);
  }
}
