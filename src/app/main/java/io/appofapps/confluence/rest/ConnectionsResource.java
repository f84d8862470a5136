package io.appofapps.confluence.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import io.appofapps.confluence.cluster.Manifest;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.configuration.SetDefinition;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** {@code /rest/aoa/1.0/admin/connections}: the cluster connections. */
@Named
@Path("admin/connections")
@SystemAdminOnly
@Produces(MediaType.APPLICATION_JSON)
public class ConnectionsResource {

  private final AdminGuard guard;
  private final ConfigurationReader configuration;
  private final ConsequencesAnswer consequences;
  private final ConnectionTrials trials;

  @Inject
  public ConnectionsResource(
      AdminGuard guard,
      ConfigurationReader configuration,
      ConsequencesAnswer consequences,
      ConnectionTrials trials) {
    this.guard = guard;
    this.configuration = configuration;
    this.consequences = consequences;
    this.trials = trials;
  }

  /** What goes with the connection: sentences and the figures they are made of. */
  @GET
  @Path("{id}/consequences")
  public Response consequences(@Context HttpServletRequest request, @PathParam("id") String id) {
    return guard.read(request, () -> Json.ok(consequences.of(configuration.current(), id)));
  }

  /** The account that this connection needs in its cluster, for {@code kubectl apply -f}. */
  @GET
  @Path("{id}/manifest")
  @Produces(Yaml.TYPE)
  public Response manifest(@Context HttpServletRequest request, @PathParam("id") String id) {
    return guard.read(
        request,
        () -> {
          Configuration now = configuration.current();
          boolean projectRoles =
              now.sets().stream()
                  .filter(set -> set.connection().equals(id))
                  .anyMatch(set -> set.viewers() == SetDefinition.Viewers.PROJECT_ROLE);
          return Yaml.file(
              "app-of-apps-" + id + ".yaml",
              Manifest.yaml(ConnectionTrials.stored(now, id), projectRoles));
        });
  }

  /** Tests a stored connection, within 20 seconds. */
  @POST
  @Path("{id}/test")
  public Response test(@Context HttpServletRequest request, @PathParam("id") String id) {
    return guard.write(
        request,
        author -> Json.ok(trials.test(ConnectionTrials.stored(configuration.current(), id))));
  }

  /** The contexts of a kubeconfig, for a person to choose one. */
  @POST
  @Path("contexts")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response contexts(@Context HttpServletRequest request, InputStream body) {
    return guard.write(request, author -> Json.ok(trials.contexts(Bodies.json(body))));
  }
}
