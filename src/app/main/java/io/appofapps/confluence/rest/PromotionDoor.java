package io.appofapps.confluence.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.allowance.Allowance;
import io.appofapps.confluence.promotion.desk.Actor;
import io.appofapps.confluence.promotion.desk.DeskException;
import io.appofapps.confluence.promotion.desk.PromotionDesk;
import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.sight.Sight;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.frame.MessageBox;
import io.appofapps.confluence.view.promotion.Sayings;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one door of all REST on promotions: people who are signed in and licensed, in their own name
 * and with their own rights, which the desk decides. What changes something wants the header {@code
 * X-Atlassian-Token: no-check}, of access tokens too.
 *
 * <p>What the desk refuses is a {@link Problem} with the {@code kind} of the {@link DeskException}.
 */
@Named
public class PromotionDoor {

  /** Requests of one person that a node answers in a minute, of those that do more than look. */
  static final int A_MINUTE = 600;

  /** Each may wait for Git as long as a minute, and keeps a thread of the server. */
  private static final int AT_ONCE = 4;

  private final PromotionDesk desk;
  private final Sight sight;
  private final Places places;
  private final MessageBox messages;
  private final Sayings sayings;
  private final Allowance allowance = new Allowance(AT_ONCE, System::nanoTime);

  @Inject
  public PromotionDoor(
      PromotionDesk desk, Sight sight, Places places, MessageBox messages, Texts texts) {
    this.desk = desk;
    this.sight = sight;
    this.places = places;
    this.messages = messages;
    this.sayings = new Sayings(texts);
  }

  /** What is done behind the door. */
  @FunctionalInterface
  interface Work {
    Response at(PromotionDesk desk, Actor actor) throws DeskException;
  }

  /** The same with a body: a JSON object that may name the page. */
  @FunctionalInterface
  interface FormWork {
    Response at(PromotionDesk desk, Actor actor, ObjectNode form) throws DeskException;
  }

  /** What is wanted, and on which page. */
  private record Wanted(String page, Work work) {

    static Wanted of(InputStream body, FormWork work) {
      ObjectNode form = Bodies.json(body);
      return new Wanted(PromotionForms.page(form), (desk, actor) -> work.at(desk, actor, form));
    }
  }

  /**
   * The work's answer, or why there is none. Never throws.
   *
   * @param page id of the page that the person looks at, empty or null for none
   */
  Response read(String page, Work work) {
    return Failures.guarded(() -> admit(viewer -> done(viewer, new Wanted(page, work))));
  }

  /** The same with a body. */
  Response read(InputStream body, FormWork work) {
    return Failures.guarded(() -> admit(viewer -> sparing(viewer, () -> Wanted.of(body, work))));
  }

  /** The same for what changes something. */
  Response write(HttpServletRequest request, Work work) {
    return Failures.guarded(
        () -> {
          Xsrf.check(request);
          return admit(viewer -> sparing(viewer, () -> new Wanted("", work)));
        });
  }

  /** The same for what changes something, with a body. */
  Response write(HttpServletRequest request, InputStream body, FormWork work) {
    return Failures.guarded(
        () -> {
          Xsrf.check(request);
          return admit(viewer -> sparing(viewer, () -> Wanted.of(body, work)));
        });
  }

  /** Nothing of what a caller has sent is read before it is known who they are. */
  private Response admit(Function<Viewer, Response> work) {
    Optional<Viewer> viewer = sight.viewer();
    return viewer.isEmpty() ? error(401, messages.noPermission()) : work.apply(viewer.get());
  }

  /** What reads Git or changes something, as often as a person may. */
  private Response sparing(Viewer viewer, Supplier<Wanted> wanted) {
    return RateLimit.within(
        allowance,
        viewer.key(),
        A_MINUTE,
        () -> done(viewer, wanted.get()),
        () ->
            RateLimit.tooMany(
                "You ask too much at once: at most "
                    + AT_ONCE
                    + " requests at a time and "
                    + A_MINUTE
                    + " a minute. Try again later."));
  }

  private Response done(Viewer viewer, Wanted wanted) {
    Optional<Place> place = places.find(wanted.page() == null ? "" : wanted.page().strip());
    if (place.isEmpty()) {
      return error(404, messages.gone());
    }
    try {
      return wanted.work().at(desk, Actor.of(viewer, place.get()));
    } catch (DeskException e) {
      return refusal(e);
    }
  }

  private Response refusal(DeskException refused) {
    Sayings.Refusal why = sayings.of(refused);
    return Problem.of(status(refused.kind()), why.message(), why.action(), refused.kind().word());
  }

  private static int status(DeskException.Kind kind) {
    return switch (kind) {
      case UNKNOWN -> 404;
      case INVALID -> 400;
      case FORBIDDEN, CONFIRM_IDENTITY -> 403;
      case CONFLICT, MOVED, OFF -> 409;
      case UNAVAILABLE -> 503;
    };
  }

  private static Response error(int status, MessageBox.Message message) {
    return Problem.of(status, message.message(), message.action());
  }
}
