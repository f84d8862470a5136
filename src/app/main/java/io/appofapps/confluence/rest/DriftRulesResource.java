package io.appofapps.confluence.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import io.appofapps.confluence.administration.ConfigurationChanges;
import io.appofapps.confluence.administration.Deed;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.document.ConfigurationDocument;
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

/** {@code /rest/aoa/1.0/admin/drift}: from when on something is drift, and what is looked for. */
@Named
@Path("admin/drift")
@SystemAdminOnly
@Produces(MediaType.APPLICATION_JSON)
public class DriftRulesResource {

  private final Section section;

  @Inject
  public DriftRulesResource(AdminGuard guard, ConfigurationChanges changes) {
    this.section =
        new Section(
            guard,
            changes,
            Deed.Kind.SETTINGS_CHANGED,
            (form, now) ->
                Section.Replacement.of(
                    ConfigurationDocument.readDrift(form.toString()), Configuration::withDrift),
            stored ->
                Section.answer(
                    ConfigurationDocument.writeDrift(stored.configuration().drift()), stored));
  }

  /**
   * {@code {"graceMinutes", "slowMinutes", "staleMinutes", "limitMinutes", "off": [kind],
   * "version"}}.
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
}
