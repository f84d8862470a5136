package io.appofapps.confluence.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** {@code GET /rest/aoa/1.0/admin/support-bundle}: what a supporter needs, without secrets. */
@Named
@Path("admin/support-bundle")
@SystemAdminOnly
public class SupportBundleResource {

  static final String TYPE = "application/zip";

  private final AdminGuard guard;
  private final SupportBundle bundle;

  @Inject
  public SupportBundleResource(AdminGuard guard, SupportBundle bundle) {
    this.guard = guard;
    this.bundle = bundle;
  }

  /** A zip with the files of {@link SupportBundle}. */
  @GET
  @Produces(TYPE)
  public Response download(@Context HttpServletRequest request) {
    return guard.read(
        request,
        () ->
            Response.ok(new BundleStream(bundle.files()), TYPE)
                .header("Content-Disposition", "attachment; filename=\"app-of-apps-support.zip\"")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build());
  }
}
