package io.appofapps.confluence.promotion.desk;

import io.appofapps.confluence.promotion.gate.Freeze;
import io.appofapps.confluence.promotion.record.LogFilter;
import io.appofapps.confluence.promotion.rows.LogPage;
import io.appofapps.confluence.promotion.rows.PromotionPage;
import java.util.List;
import java.util.Optional;

/**
 * All that people do with promotions. To somebody who may not see the Applications of a promotion
 * it does not exist: it is in no list and no count, and asking for it is {@link
 * DeskException.Kind#UNKNOWN}.
 */
public interface PromotionDesk {

  /** Whether there are promotions at all. */
  boolean isOn();

  /**
   * What can be said of a promotion without Git, for pages: asks no network, so that a page view
   * may call it.
   *
   * @throws DeskException UNKNOWN, INVALID (as for {@link #plan}: the service runs in one of the
   *     environments not at all, or several times), OFF
   */
  Outlook outlook(Actor actor, Route route) throws DeskException;

  /**
   * What a promotion would be. Reads Git over the network; takes at most a minute.
   *
   * @throws DeskException UNKNOWN, INVALID, OFF
   */
  Prospect plan(Actor actor, Route route) throws DeskException;

  /**
   * Asks for a promotion. The same person and idempotency key give the promotion that is there.
   *
   * @throws DeskException also MOVED when the plan's digest is no longer that of the wish, CONFLICT
   *     with the first blocker or closed gate, FORBIDDEN, UNAVAILABLE
   */
  Case request(Actor actor, Route route, Wish wish) throws DeskException;

  /** What taking a promotion back would be; as {@link #plan}. */
  Prospect planBack(Actor actor, String id) throws DeskException;

  /** Asks for a promotion that takes another back; as {@link #request}. */
  Case requestBack(Actor actor, String id, Wish wish) throws DeskException;

  /**
   * Agrees.
   *
   * @throws DeskException also FORBIDDEN, CONFIRM_IDENTITY, MOVED when the digest is not that of
   *     the request or the plan has moved since, CONFLICT when it is no longer waiting
   */
  Case approve(Actor actor, String id, Word word) throws DeskException;

  /** Says no; who may approve, may. */
  Case reject(Actor actor, String id, Word word) throws DeskException;

  /** Takes it back before anything is on the branch; who asked for it, may. */
  Case cancel(Actor actor, String id, Word word) throws DeskException;

  /**
   * One promotion.
   *
   * @throws DeskException UNKNOWN
   */
  Case find(Actor actor, String id) throws DeskException;

  /** Promotions that fit and the person may see, newest first; at most so many a call. */
  Cases list(Actor actor, LogFilter filter, Optional<PromotionPage.Place> after, int most);

  /** Those that wait for this person's approval, oldest first. */
  List<Case> waitingFor(Actor actor);

  /**
   * Rows of the log that fit and the person may see, oldest first; at most so many, perhaps fewer
   * though there are more.
   *
   * @param after sequence number to go on after, 0 for the beginning
   */
  LogPage log(Actor actor, LogFilter filter, long after, int most);

  /** Freezes in force on sets and projects of which the person sees something. */
  List<Freeze> freezes(Actor actor);

  /** Whether the person may freeze and lift there. */
  Ability mayFreeze(Actor actor, Freeze.Scope scope);

  /**
   * Stops the line; does nothing when it is stopped already.
   *
   * @param reason never blank
   * @throws DeskException UNKNOWN, INVALID, FORBIDDEN, OFF, UNAVAILABLE
   */
  Freeze freeze(Actor actor, Freeze.Scope scope, String reason) throws DeskException;

  /** Lets promotions go on; does nothing when there is no freeze. */
  void lift(Actor actor, Freeze.Scope scope) throws DeskException;
}
