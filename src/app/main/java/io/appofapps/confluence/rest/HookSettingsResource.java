package io.appofapps.confluence.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.administration.ConfigurationChanges;
import io.appofapps.confluence.administration.Deed;
import io.appofapps.confluence.administration.SecretReach;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.HookSettings;
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

  private final Section section;
  private final Secrets secrets;
  private final Deliveries deliveries;

  @Inject
  public HookSettingsResource(
      AdminGuard guard, ConfigurationChanges changes, Secrets secrets, Deliveries deliveries) {
    this.section =
        new Section(
            guard,
            changes,
            Deed.Kind.HOOKS_CHANGED,
            HookSettingsResource::replacement,
            this::answer);
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
    return section.read(request);
  }

  /**
   * Replaces all of them; 200 with them. A secret is {@code {"value": …}} where it is entered, and
   * empty or {@code {"secret": …}} where the stored one stays.
   */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Response change(@Context HttpServletRequest request, InputStream body) {
    return section.replace(request, body);
  }

  private static Section.Replacement replacement(ObjectNode form, Configuration now) {
    Draft<List<HookSettings>> draft = ConfigurationDocument.readHooks(form.toString());
    SecretReach.checkHooks(now, draft);
    return Section.Replacement.ofDraft(draft, Configuration::withHooks);
  }

  private Response answer(StoredConfiguration stored) {
    deliveries.keep(
        stored.configuration().hooks().stream().map(HookSettings::id).collect(Collectors.toSet()));
    ObjectNode answer =
        Section.versioned(ConfigurationDocument.writeHooks(stored.configuration().hooks()), stored);
    for (JsonNode each : answer.path("hooks")) {
      Section.markSecret(each, "/secret", secrets);
      tell(deliveries.of(each.path("id").asText()), ((ObjectNode) each).putObject("deliveries"));
    }
    return Json.of(200, answer);
  }

  private static void tell(Deliveries.Last last, ObjectNode node) {
    node.put("heard", last.heard().map(Instant::toString).orElse(null));
    node.put("refused", last.refused().map(Instant::toString).orElse(null));
    node.put("why", last.why().map(Deliveries.Refusal::word).orElse(null));
  }
}
