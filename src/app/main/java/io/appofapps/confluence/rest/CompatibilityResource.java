package io.appofapps.confluence.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import com.atlassian.sal.api.websudo.WebSudoRequired;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.diagnostics.ApiCompatibility;
import io.appofapps.confluence.diagnostics.CompatibilityReport;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code GET /rest/aoa/1.0/admin/compatibility}: has this Confluence all that the app uses? */
@Named
@Path("admin/compatibility")
@SystemAdminOnly
@WebSudoRequired
public class CompatibilityResource {

  // The body is a String, so that the host's Jackson never meets the app's own.
  private final ObjectMapper json = new ObjectMapper();
  private final ApiCompatibility apiCompatibility;

  @Inject
  public CompatibilityResource(ApiCompatibility apiCompatibility) {
    this.apiCompatibility = apiCompatibility;
  }

  /**
   * {@code {"compatible": true, "confluenceVersion": "10.2.15", "checked": 123, "missing": [{"use":
   * "…", "reason": "…"}]}}.
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public String check() throws JsonProcessingException {
    CompatibilityReport report = apiCompatibility.check();
    ObjectNode answer = json.createObjectNode();
    answer.put("compatible", report.compatible());
    answer.put("confluenceVersion", report.confluenceVersion());
    answer.put("checked", report.checked());
    ArrayNode missing = answer.putArray("missing");
    report
        .missing()
        .forEach(m -> missing.addObject().put("use", m.use()).put("reason", m.reason()));
    return json.writeValueAsString(answer);
  }
}
