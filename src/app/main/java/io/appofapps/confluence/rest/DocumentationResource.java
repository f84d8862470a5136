package io.appofapps.confluence.rest;

import com.atlassian.annotations.security.LicensedOnly;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.docs.Finding;
import io.appofapps.confluence.docs.desk.PageDesk;
import io.appofapps.confluence.docs.rows.Review;
import io.appofapps.confluence.sight.Sight;
import io.appofapps.confluence.sight.Viewer;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code /rest/aoa/1.0/documentation}: what is wrong with a page, for those who may view it, and
 * what those who may edit it do about it. What changes something wants the header {@code
 * X-Atlassian-Token: no-check}.
 */
@Named
@Path("documentation")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class DocumentationResource {

  private static final int LONGEST_TITLE = 255;

  private final Sight sight;
  private final PageDesk desk;

  @Inject
  public DocumentationResource(Sight sight, PageDesk desk) {
    this.sight = sight;
    this.desk = desk;
  }

  /**
   * {@code {"findings": [{"kind", "application", "field", "pageSays", "manifestSays", "since",
   * "acceptable"}], "reviews": [{"application", "reviewer", "at"}]}}.
   */
  @GET
  @Path("pages/{id}")
  public Response page(@PathParam("id") long id) {
    return asked(
        viewer -> {
          Optional<List<PageDesk.Shown>> findings = desk.findings(viewer, id);
          if (findings.isEmpty()) {
            throw noPage();
          }
          return Json.ok(
              Map.of(
                  "findings",
                  findings.get().stream().map(DocumentationResource::json).toList(),
                  "reviews",
                  desk.reviews(viewer, id).stream().map(DocumentationResource::json).toList()));
        });
  }

  /**
   * Takes the manifest's value over: {@code {"application": "connection/namespace/name", "field",
   * "manifestSays"}}; 204, or 409 when page or manifest say something else by now.
   */
  @POST
  @Path("pages/{id}/accept")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response accept(
      @Context HttpServletRequest request, @PathParam("id") long id, InputStream body) {
    return changed(
        request,
        viewer -> {
          ObjectNode form = Bodies.json(body);
          return answer(
              desk.accept(
                  viewer,
                  id,
                  application(form),
                  form.path("field").asText(""),
                  form.path("manifestSays").asText("")));
        });
  }

  /** Notes that the person has looked the page through; 204, or 409 when it is not outdated. */
  @POST
  @Path("pages/{id}/reviewed")
  public Response reviewed(@Context HttpServletRequest request, @PathParam("id") long id) {
    return changed(request, viewer -> answer(desk.review(viewer, id)));
  }

  /**
   * Makes a service page: {@code {"application", "space", "title"}}; 201 with {@code {"page"}}, or
   * 409 when the person may not, or the title is taken.
   */
  @POST
  @Path("pages")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(@Context HttpServletRequest request, InputStream body) {
    return changed(
        request,
        viewer -> {
          ObjectNode form = Bodies.json(body);
          String title = form.path("title").asText("").strip();
          if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw new RefusedException(400, "Give the page a title of at most 255 characters.");
          }
          return desk.create(viewer, application(form), form.path("space").asText(""), title)
              .map(page -> Json.of(201, Map.of("page", Long.toString(page))))
              .orElseThrow(
                  () ->
                      new RefusedException(
                          409,
                          "The page was not made: you may not make pages in that space, its title"
                              + " is taken, or the Application is not there."));
        });
  }

  private static ApplicationKey application(ObjectNode form) {
    String[] parts = form.path("application").asText("").split("/", -1);
    if (parts.length != 3 || parts[0].isEmpty() || parts[1].isEmpty() || parts[2].isEmpty()) {
      throw new RefusedException(400, "Name the Application as connection/namespace/name.");
    }
    return new ApplicationKey(parts[0], parts[1], parts[2]);
  }

  private static Response answer(Optional<PageDesk.Refusal> refusal) {
    if (refusal.isEmpty()) {
      return Json.done();
    }
    throw switch (refusal.get()) {
      case NO_PAGE -> noPage();
      case NO_RIGHT -> new RefusedException(403, "You may not edit this page.");
      case CHANGED ->
          new RefusedException(409, "Page or manifest have changed since. Look at it again.");
    };
  }

  private static RefusedException noPage() {
    return new RefusedException(404, "There is no such page, or you may not view it.");
  }

  private Response asked(Function<Viewer, Response> work) {
    return Failures.guarded(
        () ->
            work.apply(
                sight
                    .viewer()
                    .orElseThrow(() -> new RefusedException(401, "Sign in to see this."))));
  }

  private Response changed(HttpServletRequest request, Function<Viewer, Response> work) {
    return asked(
        viewer -> {
          Xsrf.check(request);
          return work.apply(viewer);
        });
  }

  private static Map<String, Object> json(PageDesk.Shown shown) {
    Finding finding = shown.dated().finding();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", OrphansJson.word(finding.kind()));
    json.put("application", finding.application().map(Object::toString).orElse(null));
    json.put("field", finding.field());
    json.put("pageSays", finding.pageSays());
    json.put("manifestSays", finding.manifestSays());
    json.put("since", shown.dated().since().toString());
    json.put("acceptable", shown.acceptable());
    return json;
  }

  private static Map<String, Object> json(Review review) {
    return Map.of(
        "application", review.application().toString(),
        "reviewer", review.reviewer(),
        "at", review.at().toString());
  }
}
