package io.appofapps.confluence.rest;

import com.atlassian.annotations.security.LicensedOnly;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** {@code /rest/aoa/1.0/promotions/plan}: what a promotion would be. */
@Named
@Path("promotions/plan")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class PromotionPlanResource {

  private final PromotionDoor door;
  private final PlanJson json;

  @Inject
  public PromotionPlanResource(PromotionDoor door, PlanJson json) {
    this.door = door;
    this.json = json;
  }

  /**
   * {@code {"set", "service", "from", "to", "page"}}, the page if it is asked on one; 200 with
   * {@link PlanJson#of}. Reads Git, so that it may take some seconds; changes nothing.
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response plan(InputStream body) {
    return door.read(
        body,
        (desk, actor, form) -> Json.ok(json.of(desk.plan(actor, PromotionForms.route(form)))));
  }
}
