package io.appofapps.confluence.promotion.desk;

import io.appofapps.confluence.promotion.Person;
import io.appofapps.confluence.promotion.Promotion;

/**
 * Hears what has happened to promotions, on the node where it happened, after it is in the rows: to
 * tell people, and pages. Every bean of this type is called.
 */
public interface PromotionListener {

  /**
   * Something has happened. Returns soon; what it throws is logged and changes nothing.
   *
   * @param after the promotion after it
   * @param event word of the entry in the log: {@code request} or that of a {@code PromotionEvent}
   * @param who who did it, {@code Person.NOBODY} for the app itself
   */
  void happened(Promotion after, String event, Person who);
}
