package io.appofapps.confluence.rest;

import com.atlassian.annotations.security.LicensedOnly;
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

/**
 * {@code /rest/aoa/1.0/promotions/{id}}: one promotion, and what people say to it. Bodies may name
 * the {@code page} that the person looks at, whose right is checked too.
 */
@Named
@Path("promotions/{id}")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class PromotionResource {

  private final PromotionDoor door;
  private final PromotionJson json;
  private final PlanJson plans;
  private final IdentityConfirmation identity;

  @Inject
  public PromotionResource(
      PromotionDoor door, PromotionJson json, PlanJson plans, IdentityConfirmation identity) {
    this.door = door;
    this.json = json;
    this.plans = plans;
    this.identity = identity;
  }

  /** 200 with {@link PromotionJson#of} and an {@code ETag} of all of it. */
  @GET
  public Response find(@PathParam("id") String id, @QueryParam("page") String page) {
    return door.read(page, (desk, actor) -> Json.tagged(json.of(desk.find(actor, id))));
  }

  /** Agrees: {@code {"digest", "comment"}}; 200 with the promotion after it. */
  @POST
  @Path("approve")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response approve(
      @Context HttpServletRequest request, @PathParam("id") String id, InputStream body) {
    return door.write(
        request,
        body,
        (desk, actor, form) ->
            Json.ok(
                json.of(
                    desk.approve(
                        actor, id, PromotionForms.word(form, identity.isConfirmed(request))))));
  }

  /** Says no: {@code {"comment"}}; 200 with the promotion after it. */
  @POST
  @Path("reject")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response reject(
      @Context HttpServletRequest request, @PathParam("id") String id, InputStream body) {
    return door.write(
        request,
        body,
        (desk, actor, form) ->
            Json.ok(json.of(desk.reject(actor, id, PromotionForms.word(form, false)))));
  }

  /** Takes it back: {@code {"comment"}}; 200 with the promotion after it. */
  @POST
  @Path("cancel")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response cancel(
      @Context HttpServletRequest request, @PathParam("id") String id, InputStream body) {
    return door.write(
        request,
        body,
        (desk, actor, form) ->
            Json.ok(json.of(desk.cancel(actor, id, PromotionForms.word(form, false)))));
  }

  /** What the promotion back would be: {@link PlanJson#of}. Changes nothing. */
  @POST
  @Path("rollback/plan")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response planBack(@PathParam("id") String id, InputStream body) {
    return door.read(body, (desk, actor, form) -> Json.ok(plans.of(desk.planBack(actor, id))));
  }

  /** Asks for the promotion back; as a request for a promotion, without its route. */
  @POST
  @Path("rollback")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response rollBack(
      @Context HttpServletRequest request, @PathParam("id") String id, InputStream body) {
    return door.write(
        request,
        body,
        (desk, actor, form) ->
            Json.of(201, json.of(desk.requestBack(actor, id, PromotionForms.wish(request, form)))));
  }
}
