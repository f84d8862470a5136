package io.appofapps.confluence.rest;

import com.atlassian.annotations.security.LicensedOnly;
import com.fasterxml.jackson.databind.JsonNode;
import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.sight.Sight;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.view.frame.MessageBox;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * {@code POST /rest/aoa/1.0/live}: what a browser tab has to change of all the blocks it shows. A
 * read; it is a POST because the question may be longer than an address.
 */
@Named
@Path("live")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class LiveResource {

  /** A script that shows more asks several times. */
  private static final int MOST_BLOCKS = 100;

  private final Sight sight;
  private final Places places;
  private final LiveBlocks live;
  private final MessageBox messages;

  @Inject
  public LiveResource(Sight sight, Places places, LiveBlocks live, MessageBox messages) {
    this.sight = sight;
    this.places = places;
    this.live = live;
    this.messages = messages;
  }

  /**
   * Takes {@code {"blocks": [{"id", "block", "parameters", "page", "revision"}]}}: an id of the
   * caller's choice, name of the macro, its parameters as a query string, id of the page it stands
   * on (may be empty), token of what is shown.
   *
   * <p>Answers {@code {"blocks": […]}} with those only that are to be changed: {@code {"id",
   * "revision", "title", "summaryHtml", "noticesHtml", "stampHtml", "footerHtml", "bodyHtml",
   * "order", "rows": {id: html}}} or {@code {"id", "error": {"status", "message", "action"}}}; 204
   * when nothing is to be changed. {@code X-As-Of} says as of when each connection was seen: {@code
   * key=instant}, separated by commas.
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response changes(InputStream body) {
    return Failures.guarded(
        () -> {
          Optional<Viewer> viewer = sight.viewer();
          if (viewer.isEmpty()) {
            return Problem.of(
                401, messages.noPermission().message(), messages.noPermission().action());
          }
          return answer(viewer.get(), Bodies.json(body).path("blocks"));
        });
  }

  private Response answer(Viewer viewer, JsonNode asked) {
    if (!asked.isArray() || asked.size() > MOST_BLOCKS) {
      throw new RefusedException(400, "Ask for a list of at most " + MOST_BLOCKS + " blocks.");
    }
    Map<String, Optional<Place>> found = new HashMap<>();
    Map<String, String> asOf = new TreeMap<>();
    List<Map<String, Object>> changed = new ArrayList<>();
    for (JsonNode one : asked) {
      Optional<Place> place = found.computeIfAbsent(text(one, "page"), places::find);
      LiveBlocks.Asked block =
          new LiveBlocks.Asked(
              text(one, "id"), text(one, "block"), text(one, "parameters"), text(one, "revision"));
      live.change(viewer, place, block, asOf).ifPresent(changed::add);
    }
    String moments =
        asOf.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(","));
    return changed.isEmpty()
        ? Json.nothingNewer(moments)
        : Json.okAsOf(Map.of("blocks", changed), moments);
  }

  private static String text(JsonNode one, String name) {
    return one.path(name).asText("");
  }
}
