package io.appofapps.confluence.rest;

import com.atlassian.annotations.security.LicensedOnly;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.promotion.desk.Actor;
import io.appofapps.confluence.promotion.desk.Case;
import io.appofapps.confluence.promotion.desk.DeskException;
import io.appofapps.confluence.promotion.desk.PromotionDesk;
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
    return said(
        request,
        body,
        (desk, actor, form) ->
            desk.approve(actor, id, PromotionForms.word(form, identity.isConfirmed(request))));
  }

  /** Says no: {@code {"comment"}}; 200 with the promotion after it. */
  @POST
  @Path("reject")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response reject(
      @Context HttpServletRequest request, @PathParam("id") String id, InputStream body) {
    return said(
        request,
        body,
        (desk, actor, form) -> desk.reject(actor, id, PromotionForms.word(form, false)));
  }

  /** Takes it back: {@code {"comment"}}; 200 with the promotion after it. */
  @POST
  @Path("cancel")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response cancel(
      @Context HttpServletRequest request, @PathParam("id") String id, InputStream body) {
    return said(
        request,
        body,
        (desk, actor, form) -> desk.cancel(actor, id, PromotionForms.word(form, false)));
  }

  /** What the promotion back would be: {@link PlanJson#of}. Changes nothing. */
  @POST
  @Path("rollback/plan")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response planBack(@PathParam("id") String id, InputStream body) {
    return Failures.guarded(
        () ->
            door.read(
                PromotionForms.page(Bodies.json(body)),
                (desk, actor) -> Json.ok(plans.of(desk.planBack(actor, id)))));
  }

  /** Asks for the promotion back; as a request for a promotion, without its route. */
  @POST
  @Path("rollback")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response rollBack(
      @Context HttpServletRequest request, @PathParam("id") String id, InputStream body) {
    return Failures.guarded(
        () -> {
          ObjectNode form = Bodies.json(body);
          return door.write(
              request,
              PromotionForms.page(form),
              (desk, actor) ->
                  Json.of(
                      201,
                      json.of(desk.requestBack(actor, id, PromotionForms.wish(request, form)))));
        });
  }

  private interface Saying {
    Case at(PromotionDesk desk, Actor actor, ObjectNode form) throws DeskException;
  }

  private Response said(HttpServletRequest request, InputStream body, Saying saying) {
    return Failures.guarded(
        () -> {
          ObjectNode form = Bodies.json(body);
          return door.write(
              request,
              PromotionForms.page(form),
              (desk, actor) -> Json.ok(json.of(saying.at(desk, actor, form))));
        });
  }
}
