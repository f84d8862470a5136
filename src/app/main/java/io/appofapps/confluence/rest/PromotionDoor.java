package io.appofapps.confluence.rest;

import io.appofapps.confluence.promotion.desk.Actor;
import io.appofapps.confluence.promotion.desk.DeskException;
import io.appofapps.confluence.promotion.desk.PromotionDesk;
import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.sight.Sight;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.view.frame.MessageBox;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The one door of all REST on promotions: people who are signed in and licensed, in their own name
 * and with their own rights, which the desk decides. What changes something wants the header {@code
 * X-Atlassian-Token: no-check}, of access tokens too.
 *
 * <p>What the desk refuses is a {@link Problem} with the {@code kind} of the {@link DeskException}.
 */
@Named
public class PromotionDoor {

  private final PromotionDesk desk;
  private final Sight sight;
  private final Places places;
  private final MessageBox messages;
  private final PromotionParts parts;

  @Inject
  public PromotionDoor(
      PromotionDesk desk, Sight sight, Places places, MessageBox messages, PromotionParts parts) {
    this.desk = desk;
    this.sight = sight;
    this.places = places;
    this.messages = messages;
    this.parts = parts;
  }

  /** What is done behind the door. */
  @FunctionalInterface
  interface Work {
    Response at(PromotionDesk desk, Actor actor) throws DeskException;
  }

  /**
   * The work's answer, or why there is none. Never throws.
   *
   * @param page id of the page that the person looks at, empty or null for none
   */
  Response read(String page, Work work) {
    return Failures.guarded(
        () -> {
          Optional<Viewer> viewer = sight.viewer();
          if (viewer.isEmpty()) {
            return error(401, messages.noPermission());
          }
          Optional<Place> place = places.find(page == null ? "" : page.strip());
          if (place.isEmpty()) {
            return error(404, messages.gone());
          }
          try {
            return work.at(desk, Actor.of(viewer.get(), place.get()));
          } catch (DeskException e) {
            return refusal(e);
          }
        });
  }

  /** The same for what changes something. */
  Response write(HttpServletRequest request, String page, Work work) {
    return Failures.guarded(
        () -> {
          Xsrf.check(request);
          return read(page, work);
        });
  }

  private Response refusal(DeskException refused) {
    String kind = refused.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    String key = "aoa.promotion.refusal." + kind;
    String detail =
        refused
            .saying()
            .map(saying -> parts.sentence(saying.text(), saying.arguments()))
            .orElseGet(() -> parts.sentence(key, List.of()));
    return Problem.of(
        status(refused.kind()), detail, parts.sentence(key + ".action", List.of()), kind);
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
