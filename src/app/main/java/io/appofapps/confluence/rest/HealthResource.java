package io.appofapps.confluence.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code GET /rest/aoa/1.0/admin/health}: how every connection stands on every node. */
@Named
@Path("admin/health")
@SystemAdminOnly
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {

  private final AdminGuard guard;
  private final HealthAnswer answer;

  @Inject
  public HealthResource(AdminGuard guard, HealthAnswer answer) {
    this.guard = guard;
    this.answer = answer;
  }

  /** 200 with {@link HealthAnswer#now}. */
  @GET
  public Response health(@Context HttpServletRequest request) {
    return guard.read(request, () -> Json.of(200, answer.now()));
  }
}
