package io.appofapps.confluence.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.administration.ConfigurationChanges;
import io.appofapps.confluence.administration.ConfigurationChanges.Request;
import io.appofapps.confluence.administration.Deed;
import io.appofapps.confluence.configuration.CopilotRules;
import io.appofapps.confluence.configuration.StoredConfiguration;
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
import java.util.Map;

/** {@code /rest/aoa/1.0/admin/copilot}: what copilots may do. */
@Named
@Path("admin/copilot")
@SystemAdminOnly
@Produces(MediaType.APPLICATION_JSON)
public class CopilotRulesResource {

  private final AdminGuard guard;
  private final ConfigurationChanges changes;

  @Inject
  public CopilotRulesResource(AdminGuard guard, ConfigurationChanges changes) {
    this.guard = guard;
    this.changes = changes;
  }

  /** {@code {"enabled", "requests", "callsPerMinute", "version"}}. */
  @GET
  public Response read(@Context HttpServletRequest request) {
    return guard.read(request, () -> answer(changes.latest()));
  }

  /** Replaces all; 200 with them. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Response change(@Context HttpServletRequest request, InputStream body) {
    return guard.write(
        request,
        author -> {
          ObjectNode form = Bodies.json(body);
          Request change =
              new Request(Deed.Kind.COPILOT_CHANGED, "", Versions.expected(request, form), author);
          CopilotRules rules = ConfigurationDocument.readCopilot(form.toString());
          return answer(
              changes.change(change, Map.of(), holds -> holds.withCopilot(rules)).stored());
        });
  }

  private static Response answer(StoredConfiguration stored) {
    ObjectNode rules =
        Bodies.tree(ConfigurationDocument.writeCopilot(stored.configuration().copilot()));
    return Json.of(200, rules.put("version", stored.version()), stored.version());
  }
}
