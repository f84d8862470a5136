package io.appofapps.confluence.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import io.appofapps.confluence.cluster.Manifest;
import io.appofapps.confluence.configuration.ConnectionSettings;
import io.appofapps.confluence.configuration.SignIn;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** {@code GET /rest/aoa/1.0/admin/manifest}: the account for a first connection, as YAML. */
@Named
@Path("admin/manifest")
@SystemAdminOnly
public class ManifestResource {

  /** All namespaces, nothing optional: what somebody needs who has no connection yet. */
  private static final ConnectionSettings PLAIN =
      new ConnectionSettings(
          "new",
          "New",
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty(),
          new SignIn.InCluster(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          false);

  private final AdminGuard guard;

  @Inject
  public ManifestResource(AdminGuard guard) {
    this.guard = guard;
  }

  /** For {@code kubectl apply -f}: reads in all namespaces. */
  @GET
  @Produces(Yaml.TYPE)
  public Response manifest(@Context HttpServletRequest request) {
    return guard.read(request, () -> Yaml.file("app-of-apps.yaml", Manifest.yaml(PLAIN, false)));
  }
}
