package io.appofapps.devhost.osgi.sample;

import com.atlassian.activeobjects.external.ActiveObjects;
import jakarta.inject.Inject;

/** Breaks the rule that constructors leave Active Objects alone. */
public class EagerNotes {

  @Inject
  public EagerNotes(ActiveObjects ao) {
    ao.count(Note.class);
  }
}
