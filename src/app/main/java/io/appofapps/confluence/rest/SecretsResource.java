package io.appofapps.confluence.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import io.appofapps.confluence.administration.ConfigurationChanges;
import io.appofapps.confluence.secret.Secrets;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code POST /rest/aoa/1.0/admin/secrets/rotate}: a new key for the stored secrets. */
@Named
@Path("admin/secrets")
@SystemAdminOnly
@Produces(MediaType.APPLICATION_JSON)
public class SecretsResource {

  private final AdminGuard guard;
  private final ConfigurationChanges changes;

  @Inject
  public SecretsResource(AdminGuard guard, ConfigurationChanges changes) {
    this.guard = guard;
    this.changes = changes;
  }

  /**
   * {@code {"changed": 3, "unreadable": 0}}: how many secrets were encrypted anew, and how many
   * could not be, because they cannot be decrypted.
   */
  @POST
  @Path("rotate")
  public Response rotate(@Context HttpServletRequest request) {
    return guard.write(
        request,
        author -> {
          Secrets.Rotation done = changes.rotateKey();
          Map<String, Object> answer = new LinkedHashMap<>();
          answer.put("changed", done.changed());
          answer.put("unreadable", done.unreadable());
          return Json.ok(answer);
        });
  }
}
