package io.appofapps.confluence.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.administration.ConfigurationChanges;
import io.appofapps.confluence.administration.Deed;
import io.appofapps.confluence.administration.SecretReach;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.StoredConfiguration;
import io.appofapps.confluence.configuration.document.ConfigurationDocument;
import io.appofapps.confluence.configuration.document.Draft;
import io.appofapps.confluence.promotion.rules.PromotionRules;
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

/** {@code /rest/aoa/1.0/admin/promotion}: whether and how versions are promoted. */
@Named
@Path("admin/promotion")
@SystemAdminOnly
@Produces(MediaType.APPLICATION_JSON)
public class PromotionRulesResource {

  private final Section section;
  private final Secrets secrets;

  @Inject
  public PromotionRulesResource(AdminGuard guard, ConfigurationChanges changes, Secrets secrets) {
    this.section =
        new Section(
            guard,
            changes,
            Deed.Kind.PROMOTION_CHANGED,
            PromotionRulesResource::replacement,
            this::write);
    this.secrets = secrets;
  }

  /**
   * {@code {"enabled", "environments": [{"environment", "approvals", "groups", "roles", "fourEyes",
   * "expiryHours", "confirmIdentity", "soakMinutes", "timeoutMinutes"}], "freezers",
   * "auditRequired", "retentionDays", "notices", "webhook": {"url", "format", "secret": {"secret",
   * "present"}}, "version"}}; {@code webhook} only where there is one, its secret never.
   */
  @GET
  public Response read(@Context HttpServletRequest request) {
    return section.read(request);
  }

  /**
   * Replaces all of them; 200 with them. The secret is {@code {"value": …}} where it is entered,
   * and empty or {@code {"secret": …}} where the stored one stays.
   */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Response change(@Context HttpServletRequest request, InputStream body) {
    return section.replace(request, body);
  }

  private static Section.Replacement replacement(ObjectNode form, Configuration now) {
    Draft<PromotionRules> draft = ConfigurationDocument.readPromotion(form.toString());
    SecretReach.checkPromotion(now, draft);
    return Section.Replacement.ofDraft(draft, Configuration::withPromotion);
  }

  private Response write(StoredConfiguration stored) {
    ObjectNode answer =
        Section.versioned(
            ConfigurationDocument.writePromotion(stored.configuration().promotion()), stored);
    Section.markSecret(answer, "/webhook/secret", secrets);
    return Json.of(200, answer, stored.version());
  }
}
