package io.appofapps.confluence.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import io.appofapps.confluence.administration.ConfigurationChanges;
import io.appofapps.confluence.administration.Deed;
import io.appofapps.confluence.configuration.Configuration;
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
  private final Section section;
  private final StateReader states;

  @Inject
  public MetadataResource(AdminGuard guard, ConfigurationChanges changes, StateReader states) {
    this.guard = guard;
    this.section =
        new Section(
            guard,
            changes,
            Deed.Kind.METADATA_CHANGED,
            (form, now) ->
                Section.Replacement.of(
                    ConfigurationDocument.readMetadata(form.toString()),
                    Configuration::withMetadata),
            stored ->
                Section.answer(
                    ConfigurationDocument.writeMetadata(stored.configuration().metadata()),
                    stored));
    this.states = states;
  }

  /**
   * {@code {"fields": [{"id", "title", "kind", "inherited", "counts", "keys"}], "version": 4}}; a
   * title only where there is one.
   */
  @GET
  public Response read(@Context HttpServletRequest request) {
    return section.read(request);
  }

  /** Replaces all of them; 200 with them. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Response change(@Context HttpServletRequest request, InputStream body) {
    return section.replace(request, body);
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
