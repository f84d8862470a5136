package io.appofapps.confluence.rest;

import com.atlassian.annotations.security.LicensedOnly;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.capture.Captures;
import io.appofapps.confluence.capture.Header;
import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.sight.Sight;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.view.People;
import io.appofapps.confluence.view.TreePage;
import io.appofapps.confluence.view.TreePages;
import io.appofapps.confluence.view.frame.MessageBox;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * {@code /rest/aoa/1.0/sets/{key}/snapshots}: the snapshots people keep of a deployment set. Those
 * who see the set on a page may list them; those who may also edit the page may keep one.
 */
@Named
@Path("sets/{key}/snapshots")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class SnapshotsResource {

  private static final int LONGEST_TITLE = 255;
  private static final int MOST_DAYS = 3_650;

  private final Sight sight;
  private final TreePages pages;
  private final Captures captures;
  private final Places places;
  private final People people;
  private final MessageBox messages;

  @Inject
  public SnapshotsResource(
      Sight sight,
      TreePages pages,
      Captures captures,
      Places places,
      People people,
      MessageBox messages) {
    this.sight = sight;
    this.pages = pages;
    this.captures = captures;
    this.places = places;
    this.people = people;
    this.messages = messages;
  }

  /**
   * {@code {"snapshots": [{"key", "title", "author", "at", "until"}]}}, the newest first.
   *
   * <p>{@code page}: id of the page on which the set is looked at, whose right is checked.
   */
  @GET
  public Response list(@PathParam("key") String key, @QueryParam("page") String page) {
    return asked(
        key,
        page == null ? "" : page,
        (viewer, ready) ->
            Json.ok(
                Map.of("snapshots", captures.of(ready.set()).stream().map(this::json).toList())));
  }

  /**
   * Keeps the set as pages show it now: {@code {"page": id, "title", "days"}}. The person has to
   * have the right to edit the page; the title and after how many days it goes may be left out. 201
   * with {@code {"key", …}} as in the list; 409 when there are too many, 413 when the set is too
   * large. Wants the header {@code X-Atlassian-Token: no-check}.
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response take(
      @Context HttpServletRequest request, @PathParam("key") String key, InputStream body) {
    return Failures.guarded(
        () -> {
          Xsrf.check(request);
          ObjectNode form = Bodies.json(body);
          String page = form.path("page").asText("").strip();
          if (page.isEmpty()) {
            throw new RefusedException(400, "Name the page, one that you may edit: \"page\": id.");
          }
          String title = form.path("title").asText("").strip();
          if (title.length() > LONGEST_TITLE) {
            throw new RefusedException(400, "A title has at most 255 characters.");
          }
          Optional<Duration> life = life(form);
          return asked(key, page, (viewer, ready) -> take(viewer, page, ready, title, life));
        });
  }

  private static Optional<Duration> life(ObjectNode form) {
    if (!form.hasNonNull("days")) {
      return Optional.empty();
    }
    int days = form.path("days").asInt(0);
    if (days < 1 || days > MOST_DAYS) {
      throw new RefusedException(400, "\"days\" has to be a number from 1 to " + MOST_DAYS + ".");
    }
    return Optional.of(Duration.ofDays(days));
  }

  private Response take(
      Viewer viewer, String page, TreePage.Ready ready, String title, Optional<Duration> life) {
    boolean editable =
        places.find(page).stream()
            .flatMap(
                place ->
                    place instanceof Place.Page at
                        ? at.content().stream()
                        : Optional.empty().stream())
            .anyMatch(viewer::edits);
    if (!editable) {
      throw new RefusedException(403, "You may not edit this page.");
    }
    Captures.Outcome outcome =
        captures.take(ready.snapshot(), ready.set(), title, viewer.key(), life);
    if (outcome instanceof Captures.Outcome.Done done) {
      return Json.of(201, json(done.header()));
    }
    throw outcome instanceof Captures.Outcome.TooLarge
        ? new RefusedException(413, "This deployment set is larger than a snapshot may be.")
        : new RefusedException(
            409,
            "There are "
                + Captures.MOST
                + " snapshots of this deployment set already. Ask an administrator to delete"
                + " some.");
  }

  private Response asked(
      String key, String page, BiFunction<Viewer, TreePage.Ready, Response> work) {
    return Failures.guarded(
        () -> {
          Optional<Viewer> viewer = sight.viewer();
          if (viewer.isEmpty()) {
            return error(401, messages.noPermission());
          }
          Optional<Place> place = places.find(page);
          if (place.isEmpty()) {
            return error(404, messages.gone());
          }
          TreePage found = pages.open(viewer.get(), place.get(), key.strip());
          return found instanceof TreePage.Ready ready
              ? work.apply(viewer.get(), ready)
              : error(found instanceof TreePage.OtherSpace ? 403 : 404, messages.of(found));
        });
  }

  private Map<String, Object> json(Header header) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("key", header.taken().key());
    json.put("title", header.taken().title());
    json.put("author", people.name(header.taken().author()).orElse(null));
    json.put("at", header.taken().at().toString());
    json.put("until", header.until().map(Object::toString).orElse(null));
    return json;
  }

  private static Response error(int status, MessageBox.Message message) {
    return Problem.of(status, message.message(), message.action());
  }
}
