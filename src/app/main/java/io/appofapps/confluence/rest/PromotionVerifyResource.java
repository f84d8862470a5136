package io.appofapps.confluence.rest;

import com.atlassian.annotations.security.LicensedOnly;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * {@code /rest/aoa/1.0/promotions/verify}: whether the log is as it was written. For everybody who
 * is signed in: whoever relies on the log may check it. It tells how many rows there are and the
 * hash of the last, of what they say nothing.
 */
@Named
@Path("promotions/verify")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class PromotionVerifyResource {

  private final PromotionDoor door;
  private final ChainVerification verification;

  @Inject
  public PromotionVerifyResource(PromotionDoor door, ChainVerification verification) {
    this.door = door;
    this.verification = verification;
  }

  /** 200 with {@link ChainVerification#check}; 503 while others let it check. */
  @GET
  public Response verify() {
    return door.read("", (desk, actor) -> Json.ok(verification.check()));
  }
}
