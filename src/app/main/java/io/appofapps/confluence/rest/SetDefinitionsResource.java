package io.appofapps.confluence.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.administration.ConfigurationChanges;
import io.appofapps.confluence.administration.ConfigurationChanges.Request;
import io.appofapps.confluence.administration.Deed;
import io.appofapps.confluence.configuration.SetDefinition;
import io.appofapps.confluence.configuration.StoredConfiguration;
import io.appofapps.confluence.configuration.document.ConfigurationDocument;
import io.appofapps.confluence.set.DeploymentSet;
import io.appofapps.confluence.set.DeploymentSets;
import io.appofapps.confluence.state.StateReader;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** {@code /rest/aoa/1.0/admin/sets}: deployment sets that an administrator defined. */
@Named
@Path("admin/sets")
@SystemAdminOnly
@Produces(MediaType.APPLICATION_JSON)
public class SetDefinitionsResource {

  private static final String DISCOVERED = "discovered";
  private static final Entries<SetDefinition> ALL = Entries.SETS;

  private final AdminGuard guard;
  private final ConfigurationChanges changes;
  private final StateReader state;

  @Inject
  public SetDefinitionsResource(AdminGuard guard, ConfigurationChanges changes, StateReader state) {
    this.guard = guard;
    this.changes = changes;
    this.state = state;
  }

  /** {@code {"sets": […], "version": 4}}. */
  @GET
  public Response list(@Context HttpServletRequest request) {
    return guard.read(
        request,
        () -> {
          StoredConfiguration stored = changes.latest();
          Map<String, Object> answer = new LinkedHashMap<>();
          answer.put(
              "sets",
              stored.configuration().sets().stream().map(ConfigurationDocument::writeSet).toList());
          answer.put("version", stored.version());
          return Json.of(200, answer, stored.version());
        });
  }

  /**
   * One set; {@code discovered} is not a set but the roots found in the clusters, {@code {"sets":
   * [{"key", "title", "connection", "namespace", "name", "applications"}]}}.
   */
  @GET
  @Path("{key}")
  public Response one(@Context HttpServletRequest request, @PathParam("key") String key) {
    return guard.read(
        request,
        () -> key.equals(DISCOVERED) ? Json.ok(discovered()) : answer(200, changes.latest(), key));
  }

  /** Adds a set; 201 with it. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(@Context HttpServletRequest request, InputStream body) {
    return guard.write(
        request,
        author -> {
          ObjectNode form = Bodies.json(body);
          OptionalLong expected = Versions.expected(request, form);
          SetDefinition set = ConfigurationDocument.readSet(form.toString());
          Request change = new Request(Deed.Kind.SET_ADDED, set.key(), expected, author);
          return answer(201, change(change, sets -> ALL.with(sets, set)), set.key());
        });
  }

  /** Changes a set; 200 with it. */
  @PUT
  @Path("{key}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response change(
      @Context HttpServletRequest request, @PathParam("key") String key, InputStream body) {
    return guard.write(
        request,
        author -> {
          ObjectNode form = Bodies.json(body);
          OptionalLong expected = Versions.expected(request, form);
          if (!form.has(ALL.field())) {
            form.put(ALL.field(), key);
          }
          SetDefinition set = ConfigurationDocument.readSet(form.toString());
          Request change = new Request(Deed.Kind.SET_CHANGED, key, expected, author);
          return answer(200, change(change, sets -> ALL.replaced(sets, key, set)), key);
        });
  }

  /** Deletes a set; pages that show it say that it is gone. 204. */
  @DELETE
  @Path("{key}")
  public Response delete(@Context HttpServletRequest request, @PathParam("key") String key) {
    return guard.write(
        request,
        author -> {
          change(
              new Request(Deed.Kind.SET_DELETED, key, Versions.expected(request), author),
              sets -> ALL.without(sets, key));
          return Json.done();
        });
  }

  private StoredConfiguration change(Request request, UnaryOperator<List<SetDefinition>> edit) {
    return ALL.withOwnFields(
        () ->
            changes
                .change(request, Map.of(), holds -> holds.withSets(edit.apply(holds.sets())))
                .stored());
  }

  private static Response answer(int status, StoredConfiguration stored, String key) {
    SetDefinition set = ALL.get(stored.configuration().sets(), key);
    Map<String, Object> answer = ConfigurationDocument.writeSet(set);
    answer.put("version", stored.version());
    return Json.of(status, answer, stored.version());
  }

  private Map<String, Object> discovered() {
    return Map.of(
        "sets",
        DeploymentSets.discovered(state.current()).stream()
            .map(SetDefinitionsResource::discovered)
            .toList());
  }

  private static Map<String, Object> discovered(DeploymentSet set) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("key", set.key());
    root.put("title", set.title());
    root.put("connection", set.root().key().connection());
    root.put("namespace", set.root().key().namespace());
    root.put("name", set.root().key().name());
    root.put("applications", set.applications());
    return root;
  }
}
