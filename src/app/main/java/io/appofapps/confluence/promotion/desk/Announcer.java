package io.appofapps.confluence.promotion.desk;

import io.appofapps.confluence.promotion.Person;
import io.appofapps.confluence.promotion.Promotion;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/** Tells every listener what has happened. */
@Named
public class Announcer {

  private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

  private final ObjectProvider<PromotionListener> listeners;

  @Inject
  public Announcer(ObjectProvider<PromotionListener> listeners) {
    this.listeners = listeners;
  }

  /** What one of them throws keeps no other from hearing of it. */
  public void happened(Promotion after, String event, Person who) {
    listeners
        .orderedStream()
        .forEach(
            listener -> {
              try {
                listener.happened(after, event, who);
              } catch (RuntimeException e) {
                LOG.warn(
                    "promotion {} event {} was not heard by {}",
                    after.id(),
                    event,
                    listener.getClass().getSimpleName(),
                    e);
              }
            });
  }
}
