package io.appofapps.confluence.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import io.appofapps.confluence.configuration.document.ConfigurationDocument;
import io.appofapps.confluence.configuration.document.RuleSettings;
import io.appofapps.confluence.environment.RulePreview;
import io.appofapps.confluence.set.Forests;
import io.appofapps.confluence.state.StateReader;
import io.appofapps.confluence.tree.Forest;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /rest/aoa/1.0/admin/rules/preview}: what a draft of rules would find, storing nothing. */
@Named
@Path("admin/rules/preview")
@SystemAdminOnly
@Produces(MediaType.APPLICATION_JSON)
public class RulesPreviewResource {

  private final AdminGuard guard;
  private final StateReader states;

  @Inject
  public RulesPreviewResource(AdminGuard guard, StateReader states) {
    this.guard = guard;
    this.states = states;
  }

  /**
   * Takes {@code {"environments": {…}, "services": {…}}}; answers {@code {"applications",
   * "environments", "services"}}, each of these two {@code {"rules": [{"matches", "examples",
   * "shadowed"}], "conventions", "found": [{"name", "count"}], "unknown"}}.
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response preview(@Context HttpServletRequest request, InputStream body) {
    return guard.write(
        request,
        author -> {
          RuleSettings draft = ConfigurationDocument.readRules(Bodies.text(body));
          Forest forest = Forests.of(states.current());
          Map<String, Object> json = new LinkedHashMap<>();
          json.put("applications", states.current().applications().size());
          json.put("environments", shape(RulePreview.environments(forest, draft.environments())));
          json.put("services", shape(RulePreview.services(forest, draft.services())));
          return Json.ok(json);
        });
  }

  private static Map<String, Object> shape(RulePreview preview) {
    Map<String, Object> shape = new LinkedHashMap<>();
    shape.put("rules", preview.rules().stream().map(RulesPreviewResource::shape).toList());
    shape.put("conventions", shape(preview.conventions()));
    shape.put(
        "found",
        preview.found().entrySet().stream()
            .map(each -> Map.of("name", each.getKey(), "count", each.getValue()))
            .toList());
    shape.put("unknown", shape(preview.unknown()));
    return shape;
  }

  private static Map<String, Object> shape(RulePreview.RuleMatches rule) {
    Map<String, Object> shape = shape(rule.decided());
    shape.put("shadowed", rule.shadowed());
    return shape;
  }

  private static Map<String, Object> shape(RulePreview.Matches matches) {
    Map<String, Object> shape = new LinkedHashMap<>();
    shape.put("matches", matches.count());
    shape.put("examples", List.copyOf(matches.examples()));
    return shape;
  }
}
