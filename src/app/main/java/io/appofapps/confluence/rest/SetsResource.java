package io.appofapps.confluence.rest;

import com.atlassian.annotations.security.LicensedOnly;
import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.sight.Sight;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.view.DrawnTree;
import io.appofapps.confluence.view.Form;
import io.appofapps.confluence.view.FrameParts;
import io.appofapps.confluence.view.Reader;
import io.appofapps.confluence.view.TreePage;
import io.appofapps.confluence.view.TreePages;
import io.appofapps.confluence.view.TreeParameters;
import io.appofapps.confluence.view.TreeRenderer;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.MessageBox;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** {@code /rest/aoa/1.0/sets}: deployment sets and their trees, from memory. */
@Named
@Path("sets")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class SetsResource {

  private final Sight sight;
  private final TreePages pages;
  private final TreeRenderer renderer;
  private final FrameParts parts;
  private final MessageBox messages;

  @Inject
  public SetsResource(
      Sight sight, TreePages pages, TreeRenderer renderer, FrameParts parts, MessageBox messages) {
    this.sight = sight;
    this.pages = pages;
    this.renderer = renderer;
    this.parts = parts;
    this.messages = messages;
  }

  /** {@code {"sets": [{"key", "title", "connection", "root", "applications", …}]}}. */
  @GET
  public Response sets() {
    Optional<Viewer> viewer = sight.viewer();
    if (viewer.isEmpty()) {
      return refused();
    }
    Snapshot snapshot = pages.snapshot();
    return Json.ok(
        Map.of(
            "sets",
            sight.sets(viewer.get(), new Place.Api(), snapshot).stream()
                .map(TreeJson::set)
                .toList()));
  }

  /** The tree with every node once; 204 when nothing is newer than the revision. */
  @GET
  @Path("{key}/tree")
  public Response tree(@PathParam("key") String key, @QueryParam("since") String since) {
    return answer(
        Map.of("set", key),
        since,
        (question, page) ->
            question.since() >= page.snapshot().revision()
                ? Json.nothingNewer(TreeJson.asOf(page.set(), page.snapshot()))
                : Json.ok(TreeJson.tree(page)));
  }

  /**
   * What a page that shows the tree has to change: {@code {"revision", "asOf", "stampHtml",
   * "summaryHtml", "footerHtml", "order", "rows": {id: html}}}; rows are only those that changed,
   * order is there only when rows came, went or moved; 204 when the page is up to date.
   */
  @GET
  @Path("{key}/view")
  public Response view(
      @PathParam("key") String key,
      @QueryParam("since") String since,
      @QueryParam("layout") String layout,
      @QueryParam("depth") String depth,
      @QueryParam("show") String show,
      @QueryParam("environment") String environment) {
    Map<String, String> given = new HashMap<>();
    given.put("set", key);
    put(given, "layout", layout);
    put(given, "depth", depth);
    put(given, "show", show);
    put(given, "environment", environment);
    return answer(given, since, this::changes);
  }

  private static void put(Map<String, String> given, String name, String value) {
    if (value != null) {
      given.put(name, value);
    }
  }

  private record Question(TreeParameters parameters, long since, Reader reader) {}

  private Response changes(Question question, TreePage.Ready page) {
    String asOf = TreeJson.asOf(page.set(), page.snapshot());
    long revision = page.snapshot().revision();
    if (question.since() == revision) {
      return Json.nothingNewer(asOf);
    }
    // Another node of the cluster may have counted further: then everything is new here.
    long since = question.since() > revision ? 0 : question.since();
    DrawnTree drawn =
        renderer.draw(
            page,
            question.parameters(),
            Form.of(question.parameters().layout()),
            question.reader());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("revision", drawn.revision());
    body.put("asOf", asOf.isEmpty() ? null : asOf);
    body.put("stampHtml", parts.stampHtml(page.connection(), question.reader()));
    body.put("summaryHtml", parts.summaryHtml(drawn.view()));
    body.put("footerHtml", parts.footerHtml(drawn.selection(), question.parameters()));
    if (drawn.orderChangedSince(since)) {
      body.put("order", drawn.order());
    }
    body.put("rows", drawn.changedSince(since));
    return Json.ok(body);
  }

  private Response answer(
      Map<String, String> given,
      String since,
      BiFunction<Question, TreePage.Ready, Response> then) {
    Optional<Viewer> viewer = sight.viewer();
    if (viewer.isEmpty()) {
      return refused();
    }
    try {
      TreeParameters parameters = TreeParameters.of(given);
      long revision = TreeParameters.revision(since);
      TreePage page = pages.open(viewer.get(), new Place.Api(), parameters.set());
      return page instanceof TreePage.Ready ready
          ? then.apply(new Question(parameters, revision, viewer.get().reader()), ready)
          : error(page instanceof TreePage.OtherSpace ? 403 : 404, messages.of(page));
    } catch (BadParameter e) {
      return error(400, messages.badParameter(e));
    }
  }

  private Response refused() {
    return error(401, messages.noPermission());
  }

  private static Response error(int status, MessageBox.Message message) {
    return Json.error(status, message.message(), message.action());
  }
}
