package io.appofapps.confluence.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.administration.ConfigurationChanges;
import io.appofapps.confluence.administration.Deed;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.FieldError;
import io.appofapps.confluence.configuration.InvalidConfigurationException;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** {@code /rest/aoa/1.0/admin/settings}: what holds for all connections and sets. */
@Named
@Path("admin/settings")
@SystemAdminOnly
@Produces(MediaType.APPLICATION_JSON)
public class SettingsResource {

  private static final String DISCOVER = "discoverSets";

  private final Section section;

  @Inject
  public SettingsResource(AdminGuard guard, ConfigurationChanges changes) {
    this.section =
        new Section(
            guard,
            changes,
            Deed.Kind.SETTINGS_CHANGED,
            (form, now) -> replacement(form),
            stored ->
                Json.of(
                    200,
                    Map.of(DISCOVER, stored.configuration().discoverSets()),
                    stored.version()));
  }

  /** {@code {"discoverSets": true}}, their version as {@code ETag}. */
  @GET
  public Response read(@Context HttpServletRequest request) {
    return section.read(request);
  }

  /** Changes them; 200 with them. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Response change(@Context HttpServletRequest request, InputStream body) {
    return section.replace(request, body);
  }

  private static InvalidConfigurationException wrong(String field, String message) {
    return new InvalidConfigurationException(List.of(new FieldError(field, message)));
  }

  private static Section.Replacement replacement(ObjectNode form) {
    JsonNode discover = form.remove(DISCOVER);
    if (discover == null || !discover.isBoolean()) {
      throw wrong(DISCOVER, "must be true or false");
    }
    if (form.fieldNames().hasNext()) {
      throw wrong("document", "has more fields than " + DISCOVER + " and version");
    }
    return Section.Replacement.of(discover.booleanValue(), Configuration::withDiscoverSets);
  }
}
