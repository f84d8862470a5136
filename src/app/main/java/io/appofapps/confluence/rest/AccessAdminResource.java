package io.appofapps.confluence.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code /rest/aoa/1.0/admin/access}: who may do what with any Application, and why. */
@Named
@Path("admin/access")
@SystemAdminOnly
@Produces(MediaType.APPLICATION_JSON)
public class AccessAdminResource {

  private final AdminGuard guard;
  private final AccessAnswers answers;

  @Inject
  public AccessAdminResource(AdminGuard guard, AccessAnswers answers) {
    this.guard = guard;
    this.answers = answers;
  }

  /** The same question and answer as {@link AccessResource}, about anybody and anything. */
  @GET
  public Response access(
      @QueryParam("user") String user,
      @QueryParam("action") String action,
      @QueryParam("application") String application,
      @Context HttpServletRequest request) {
    return guard.read(request, () -> answers.ofAnybody(user, action, application));
  }

  /** All who may do something with an Application, as {@link AccessJson#groups}. */
  @GET
  @Path("groups")
  public Response groups(
      @QueryParam("application") String application, @Context HttpServletRequest request) {
    return guard.read(request, () -> answers.groups(application));
  }

  /** {@code {"applications": [key]}}: at most 20 whose key contains the text. */
  @GET
  @Path("applications")
  public Response applications(
      @QueryParam("text") String text, @Context HttpServletRequest request) {
    return guard.read(request, () -> answers.applications(text));
  }
}
