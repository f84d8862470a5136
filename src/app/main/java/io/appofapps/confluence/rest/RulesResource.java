package io.appofapps.confluence.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import io.appofapps.confluence.administration.ConfigurationChanges;
import io.appofapps.confluence.administration.Deed;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.StoredConfiguration;
import io.appofapps.confluence.configuration.document.ConfigurationDocument;
import io.appofapps.confluence.configuration.document.RuleSettings;
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

/** {@code /rest/aoa/1.0/admin/rules}: how environments and services are told. */
@Named
@Path("admin/rules")
@SystemAdminOnly
@Produces(MediaType.APPLICATION_JSON)
public class RulesResource {

  private final Section section;

  @Inject
  public RulesResource(AdminGuard guard, ConfigurationChanges changes) {
    this.section =
        new Section(
            guard,
            changes,
            Deed.Kind.RULES_CHANGED,
            (form, now) ->
                Section.Replacement.of(
                    ConfigurationDocument.readRules(form.toString()), RulesResource::put),
            RulesResource::write);
  }

  /** {@code {"environments": {"order", "conventions", "rules"}, "services": {…}, "version": 4}}. */
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

  private static Configuration put(Configuration holds, RuleSettings rules) {
    return holds.withRules(rules.environments(), rules.services());
  }

  private static Response write(StoredConfiguration stored) {
    Configuration holds = stored.configuration();
    RuleSettings rules = new RuleSettings(holds.environments(), holds.services());
    return Section.answer(ConfigurationDocument.writeRules(rules), stored);
  }
}
