package io.appofapps.confluence.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.cluster.Manifest;
import io.appofapps.confluence.configuration.StoredConfiguration;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
  private final ConnectionEdits edits;
  private final ConnectionViews views;
  private final ConsequencesAnswer consequences;
  private final ConnectionTrials trials;

  @Inject
  public ConnectionsResource(
      AdminGuard guard,
      ConnectionEdits edits,
      ConnectionViews views,
      ConsequencesAnswer consequences,
      ConnectionTrials trials) {
    this.guard = guard;
    this.edits = edits;
    this.views = views;
    this.consequences = consequences;
    this.trials = trials;
  }

  /** {@code {"connections": […], "version": 4}}, in the order of the administrator. */
  @GET
  public Response list(@Context HttpServletRequest request) {
    return guard.read(request, () -> tagged(200, views.all(edits.latest())));
  }

  /** One connection as it is stored, with its state. */
  @GET
  @Path("{id}")
  public Response one(@Context HttpServletRequest request, @PathParam("id") String id) {
    return guard.read(request, () -> tagged(200, views.one(edits.latest(), id)));
  }

  /** Adds a connection; 201 with it. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(@Context HttpServletRequest request, InputStream body) {
    return guard.write(
        request,
        author -> {
          ObjectNode draft = Bodies.json(body);
          StoredConfiguration now = edits.add(draft, Versions.expected(request, draft), author);
          return tagged(201, views.one(now, draft.path("id").asText()));
        });
  }

  /** Changes a connection, which is also how it is paused and resumed; 200 with it. */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response change(
      @Context HttpServletRequest request, @PathParam("id") String id, InputStream body) {
    return guard.write(
        request,
        author -> {
          ObjectNode draft = Bodies.json(body);
          return tagged(
              200,
              views.one(edits.change(id, draft, Versions.expected(request, draft), author), id));
        });
  }

  /** Deletes a connection with the deployment sets defined on it; 204. */
  @DELETE
  @Path("{id}")
  public Response delete(@Context HttpServletRequest request, @PathParam("id") String id) {
    return guard.write(
        request,
        author -> {
          edits.delete(id, Versions.expected(request), author);
          return Json.done();
        });
  }

  /** What goes with the connection: sentences and the figures they are made of. */
  @GET
  @Path("{id}/consequences")
  public Response consequences(@Context HttpServletRequest request, @PathParam("id") String id) {
    return guard.read(request, () -> Json.ok(consequences.of(edits.latest().configuration(), id)));
  }

  /** The account that this connection needs in its cluster, for {@code kubectl apply -f}. */
  @GET
  @Path("{id}/manifest")
  @Produces(Yaml.TYPE)
  public Response manifest(@Context HttpServletRequest request, @PathParam("id") String id) {
    return guard.read(
        request,
        () -> {
          var configuration = edits.latest().configuration();
          return Yaml.file(
              "app-of-apps-" + id + ".yaml",
              Manifest.yaml(
                  Entries.connection(configuration, id), configuration.asksForProjectRoles(id)));
        });
  }

  /** Tests a stored connection, within 20 seconds. */
  @POST
  @Path("{id}/test")
  public Response test(@Context HttpServletRequest request, @PathParam("id") String id) {
    return guard.write(
        request,
        author -> Json.ok(trials.test(Entries.connection(edits.latest().configuration(), id))));
  }

  /**
   * {@code test} tries a connection that is not stored, {@code contexts} lists the contexts of a
   * kubeconfig. One method, because otherwise no connection could be named {@code test}.
   */
  @POST
  @Path("{action}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response act(
      @Context HttpServletRequest request, @PathParam("action") String action, InputStream body) {
    return guard.write(
        request,
        author ->
            switch (action) {
              case "test" -> Json.ok(trials.test(edits.draft(Bodies.json(body))));
              case "contexts" -> Json.ok(trials.contexts(Bodies.json(body)));
              default -> throw new RefusedException(404, "There is nothing to post here.");
            });
  }

  private static Response tagged(int status, ObjectNode view) {
    return Json.of(status, view, view.path("version").asLong());
  }
}
