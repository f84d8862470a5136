package io.appofapps.confluence.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import io.appofapps.confluence.diagnostics.ApiCompatibility;
import io.appofapps.confluence.diagnostics.CompatibilityReport;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code GET /rest/aoa/1.0/admin/compatibility}: has this Confluence all that the app uses? */
@Named
@Path("admin/compatibility")
@SystemAdminOnly
@Produces(MediaType.APPLICATION_JSON)
public class CompatibilityResource {

  private final AdminGuard guard;
  private final ApiCompatibility apiCompatibility;

  @Inject
  public CompatibilityResource(AdminGuard guard, ApiCompatibility apiCompatibility) {
    this.guard = guard;
    this.apiCompatibility = apiCompatibility;
  }

  /**
   * {@code {"compatible": true, "confluenceVersion": "10.2.15", "checked": 123, "missing": [{"use":
   * "…", "reason": "…"}]}}.
   */
  @GET
  public Response check(@Context HttpServletRequest request) {
    return guard.read(request, () -> Json.ok(answer(apiCompatibility.check())));
  }

  static Map<String, Object> answer(CompatibilityReport report) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("compatible", report.compatible());
    answer.put("confluenceVersion", report.confluenceVersion());
    answer.put("checked", report.checked());
    answer.put(
        "missing",
        report.missing().stream()
            .map(each -> Map.of("use", each.use(), "reason", each.reason()))
            .toList());
    return answer;
  }
}
