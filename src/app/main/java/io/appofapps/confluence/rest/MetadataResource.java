package io.appofapps.confluence.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.administration.ConfigurationChanges;
import io.appofapps.confluence.administration.ConfigurationChanges.Request;
import io.appofapps.confluence.administration.Deed;
import io.appofapps.confluence.configuration.StoredConfiguration;
import io.appofapps.confluence.configuration.document.ConfigurationDocument;
import io.appofapps.confluence.ownership.KeysFound;
import io.appofapps.confluence.ownership.MetadataRules;
import io.appofapps.confluence.ownership.Projects;
import io.appofapps.confluence.set.Forests;
import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.state.StateReader;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /rest/aoa/1.0/admin/metadata}: which metadata of services is looked for, and where. */
@Named
@Path("admin/metadata")
@SystemAdminOnly
@Produces(MediaType.APPLICATION_JSON)
public class MetadataResource {

  private final AdminGuard guard;
  private final ConfigurationChanges changes;
  private final StateReader states;

  @Inject
  public MetadataResource(AdminGuard guard, ConfigurationChanges changes, StateReader states) {
    this.guard = guard;
    this.changes = changes;
    this.states = states;
  }

  /**
   * {@code {"fields": [{"id", "title", "kind", "inherited", "counts", "keys"}], "version": 4}}; a
   * title only where there is one.
   */
  @GET
  public Response read(@Context HttpServletRequest request) {
    return guard.read(request, () -> answer(changes.latest()));
  }

  /** Replaces all of them; 200 with them. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Response change(@Context HttpServletRequest request, InputStream body) {
    return guard.write(
        request,
        author -> {
          ObjectNode form = Bodies.json(body);
          Request change =
              new Request(Deed.Kind.METADATA_CHANGED, "", Versions.expected(request, form), author);
          MetadataRules rules = ConfigurationDocument.readMetadata(form.toString());
          return answer(
              changes.change(change, Map.of(), holds -> holds.withMetadata(rules)).stored());
        });
  }

  /**
   * What a draft would find, storing nothing: takes what {@link #change} takes, answers {@code
   * {"applications", "fields": [{"id", "missing", "keys": [{"decided", "examples"}]}]}}.
   */
  @POST
  @Path("preview")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response preview(@Context HttpServletRequest request, InputStream body) {
    return guard.write(
        request,
        author -> {
          MetadataRules draft = ConfigurationDocument.readMetadata(Bodies.text(body));
          Snapshot snapshot = states.current();
          return Json.ok(
              shape(
                  KeysFound.of(
                      Forests.of(snapshot), new Projects(snapshot.projects().values()), draft)));
        });
  }

  private static Response answer(StoredConfiguration stored) {
    ObjectNode rules =
        Bodies.tree(ConfigurationDocument.writeMetadata(stored.configuration().metadata()));
    return Json.of(200, rules.put("version", stored.version()), stored.version());
  }

  private static Map<String, Object> shape(KeysFound found) {
    Map<String, Object> shape = new LinkedHashMap<>();
    shape.put("applications", found.applications());
    shape.put("fields", found.fields().stream().map(MetadataResource::shape).toList());
    return shape;
  }

  private static Map<String, Object> shape(KeysFound.OfField field) {
    Map<String, Object> shape = new LinkedHashMap<>();
    shape.put("id", field.id());
    shape.put("missing", field.missing());
    shape.put("keys", field.keys().stream().map(MetadataResource::shape).toList());
    return shape;
  }

  private static Map<String, Object> shape(KeysFound.OfKey key) {
    return Map.of("decided", key.decided(), "examples", List.copyOf(key.examples()));
  }
}
