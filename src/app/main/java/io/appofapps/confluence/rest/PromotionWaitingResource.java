package io.appofapps.confluence.rest;

import com.atlassian.annotations.security.LicensedOnly;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/**
 * {@code /rest/aoa/1.0/promotions/waiting}: what waits for the person's approval. A class of its
 * own, so that {@code waiting} is not taken for the id of a promotion: JAX-RS decides by the paths
 * of classes first.
 */
@Named
@Path("promotions/waiting")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class PromotionWaitingResource {

  private final PromotionDoor door;
  private final PromotionJson json;

  @Inject
  public PromotionWaitingResource(PromotionDoor door, PromotionJson json) {
    this.door = door;
    this.json = json;
  }

  /** {@code {"promotions": [{@link PromotionJson#of}, …]}}, oldest first. */
  @GET
  public Response waiting(@QueryParam("page") String page) {
    return door.read(
        page,
        (desk, actor) ->
            Json.ok(Map.of("promotions", desk.waitingFor(actor).stream().map(json::of).toList())));
  }
}
