package io.appofapps.confluence.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.administration.ConfigurationChanges;
import io.appofapps.confluence.administration.ConfigurationChanges.Request;
import io.appofapps.confluence.administration.Deed;
import io.appofapps.confluence.administration.SecretReach;
import io.appofapps.confluence.configuration.HookSettings;
import io.appofapps.confluence.configuration.SecretReference;
import io.appofapps.confluence.configuration.StoredConfiguration;
import io.appofapps.confluence.configuration.document.ConfigurationDocument;
import io.appofapps.confluence.configuration.document.Draft;
import io.appofapps.confluence.hook.Deliveries;
import io.appofapps.confluence.secret.Secrets;
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
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** {@code /rest/aoa/1.0/admin/hooks}: who may send hints that something has changed. */
@Named
@Path("admin/hooks")
@SystemAdminOnly
@Produces(MediaType.APPLICATION_JSON)
public class HookSettingsResource {

  private final AdminGuard guard;
  private final ConfigurationChanges changes;
  private final Secrets secrets;
  private final Deliveries deliveries;

  @Inject
  public HookSettingsResource(
      AdminGuard guard, ConfigurationChanges changes, Secrets secrets, Deliveries deliveries) {
    this.guard = guard;
    this.changes = changes;
    this.secrets = secrets;
    this.deliveries = deliveries;
  }

  /**
   * {@code {"hooks": [{"id", "sender", "enabled", "secret": {"secret", "present"}, "deliveries":
   * {"heard", "refused", "why"}}], "version": 4}}; the secret itself never. The deliveries are the
   * last ones on this node since it started, null where there were none: they change without the
   * version, so that there is no ETag.
   */
  @GET
  public Response read(@Context HttpServletRequest request) {
    return guard.read(request, () -> answer(changes.latest()));
  }

  /**
   * Replaces all of them; 200 with them. A secret is {@code {"value": …}} where it is entered, and
   * empty or {@code {"secret": …}} where the stored one stays.
   */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Response change(@Context HttpServletRequest request, InputStream body) {
    return guard.write(
        request,
        author -> {
          ObjectNode form = Bodies.json(body);
          Request change =
              new Request(Deed.Kind.HOOKS_CHANGED, "", Versions.expected(request, form), author);
          Draft<List<HookSettings>> draft = ConfigurationDocument.readHooks(form.toString());
          SecretReach.checkHooks(changes.latest().configuration(), draft);
          return answer(
              changes
                  .change(change, draft.secrets(), holds -> holds.withHooks(draft.value()))
                  .stored());
        });
  }

  private Response answer(StoredConfiguration stored) {
    deliveries.keep(
        stored.configuration().hooks().stream().map(HookSettings::id).collect(Collectors.toSet()));
    ObjectNode answer =
        Bodies.tree(ConfigurationDocument.writeHooks(stored.configuration().hooks()));
    for (JsonNode each : answer.path("hooks")) {
      if (each.path("secret") instanceof ObjectNode secret) {
        SecretReference reference = new SecretReference(secret.path("secret").asText());
        secret.put("present", secrets.find(reference).isPresent());
      }
      tell(deliveries.of(each.path("id").asText()), ((ObjectNode) each).putObject("deliveries"));
    }
    return Json.of(200, answer.put("version", stored.version()));
  }

  private static void tell(Deliveries.Last last, ObjectNode node) {
    node.put("heard", last.heard().map(Instant::toString).orElse(null));
    node.put("refused", last.refused().map(Instant::toString).orElse(null));
    node.put("why", last.why().map(Deliveries.Refusal::word).orElse(null));
  }
}
