package io.appofapps.confluence.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import io.appofapps.confluence.capture.Captures;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /rest/aoa/1.0/admin/snapshots/{key}}: deletes a kept snapshot. */
@Named
@Path("admin/snapshots/{key}")
@SystemAdminOnly
@Produces(MediaType.APPLICATION_JSON)
public class SnapshotDeletionResource {

  private static final Logger LOG = LoggerFactory.getLogger(SnapshotDeletionResource.class);

  private final AdminGuard guard;
  private final Captures captures;

  @Inject
  public SnapshotDeletionResource(AdminGuard guard, Captures captures) {
    this.guard = guard;
    this.captures = captures;
  }

  /** 204; 404 when there is none of that key. Other nodes follow within seconds. */
  @DELETE
  public Response delete(@Context HttpServletRequest request, @PathParam("key") String key) {
    return guard.write(
        request,
        person -> {
          if (!captures.delete(key)) {
            throw new RefusedException(404, "There is no such snapshot.");
          }
          LOG.info("Snapshot {} was deleted by {}", key, person);
          return Json.done();
        });
  }
}
