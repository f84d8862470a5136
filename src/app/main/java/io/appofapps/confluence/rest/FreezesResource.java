package io.appofapps.confluence.rest;

import com.atlassian.annotations.security.LicensedOnly;
import io.appofapps.confluence.promotion.desk.Ability;
import io.appofapps.confluence.promotion.gate.Freeze;
import io.appofapps.confluence.promotion.gate.Freeze.Scope;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code /rest/aoa/1.0/promotions/freezes}: stops the line, of a deployment set or of an
 * AppProject, and lets it go on.
 */
@Named
@Path("promotions/freezes")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class FreezesResource {

  private final PromotionDoor door;
  private final PromotionParts parts;

  @Inject
  public FreezesResource(PromotionDoor door, PromotionParts parts) {
    this.door = door;
    this.parts = parts;
  }

  /**
   * {@code {"freezes": [{"set"} or {"connection", "project"}, with "by", "reason", "since",
   * "mayLift", "whyNot"]}} in force where the person sees something.
   */
  @GET
  public Response list(@QueryParam("page") String page) {
    return door.read(
        page,
        (desk, actor) ->
            Json.ok(
                Map.of(
                    "freezes",
                    desk.freezes(actor).stream()
                        .map(each -> json(each, desk.mayFreeze(actor, each.scope())))
                        .toList())));
  }

  /** Freezes a deployment set: {@code {"reason"}}; 200 with the freeze. */
  @PUT
  @Path("sets/{key}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response freezeSet(
      @Context HttpServletRequest request, @PathParam("key") String key, InputStream body) {
    return freeze(request, new Scope.OfSet(key), body);
  }

  /** Lets the promotions of a deployment set go on; 204. */
  @DELETE
  @Path("sets/{key}")
  public Response liftSet(@Context HttpServletRequest request, @PathParam("key") String key) {
    return lift(request, new Scope.OfSet(key));
  }

  /** Freezes an AppProject: {@code {"reason"}}; 200 with the freeze. */
  @PUT
  @Path("projects/{connection}/{project}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response freezeProject(
      @Context HttpServletRequest request,
      @PathParam("connection") String connection,
      @PathParam("project") String project,
      InputStream body) {
    return freeze(request, new Scope.OfProject(connection, project), body);
  }

  /** Lets the promotions into an AppProject go on; 204. */
  @DELETE
  @Path("projects/{connection}/{project}")
  public Response liftProject(
      @Context HttpServletRequest request,
      @PathParam("connection") String connection,
      @PathParam("project") String project) {
    return lift(request, new Scope.OfProject(connection, project));
  }

  private Response freeze(HttpServletRequest request, Scope scope, InputStream body) {
    return door.write(
        request,
        body,
        (desk, actor, form) -> {
          String reason = PromotionForms.bounded(form, "reason");
          if (reason.isEmpty()) {
            throw new RefusedException(400, "Say why: \"reason\" is missing.");
          }
          return Json.ok(json(desk.freeze(actor, scope, reason), Ability.YES));
        });
  }

  private Response lift(HttpServletRequest request, Scope scope) {
    return door.write(
        request,
        (desk, actor) -> {
          desk.lift(actor, scope);
          return Json.done();
        });
  }

  private Map<String, Object> json(Freeze freeze, Ability lift) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (freeze.scope() instanceof Scope.OfProject project) {
      json.put("connection", project.connection());
      json.put("project", project.project());
    } else if (freeze.scope() instanceof Scope.OfSet set) {
      json.put("set", set.set());
    }
    json.put("by", PromotionParts.of(freeze.by()));
    json.put("reason", freeze.reason());
    json.put("since", freeze.since().toString());
    json.put("mayLift", lift.allowed());
    json.put("whyNot", parts.whyNot(lift));
    return json;
  }
}
