package io.appofapps.confluence.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import io.appofapps.confluence.promotion.record.CdEvents;
import io.appofapps.confluence.promotion.record.LogFilter;
import io.appofapps.confluence.promotion.rows.PromotionLedger;
import io.appofapps.confluence.promotion.webhook.WebhookDelivery;
import io.appofapps.confluence.promotion.webhook.WebhookHealth;
import io.appofapps.confluence.view.SiteAddress;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code /rest/aoa/1.0/admin/promotions}: the promotion log for those who keep it. Only the whole
 * log can be checked by its hash chain, so the export here has every row, also of Applications that
 * the administrator may not see on pages.
 */
@Named
@Path("admin/promotions")
@SystemAdminOnly
public class PromotionLogResource {

  private static final int PAGE = 500;

  private final AdminGuard guard;
  private final PromotionLedger ledger;
  private final ChainVerification verification;
  private final WebhookDelivery webhook;
  private final SiteAddress site;

  @Inject
  public PromotionLogResource(
      AdminGuard guard,
      PromotionLedger ledger,
      ChainVerification verification,
      WebhookDelivery webhook,
      SiteAddress site) {
    this.guard = guard;
    this.ledger = ledger;
    this.verification = verification;
    this.webhook = webhook;
    this.site = site;
  }

  /**
   * The whole log with its hash chain, one row a line, oldest first; {@code after}, {@code limit}.
   */
  @GET
  @Path("log")
  @Produces("application/x-ndjson")
  public Response jsonLines(@Context HttpServletRequest request, @Context UriInfo uri) {
    return log(request, uri, LogForm.JSON_LINES);
  }

  /** The same as a table. */
  @GET
  @Path("log")
  @Produces(CsvAnswers.WHEN_ASKED_FOR)
  public Response csv(@Context HttpServletRequest request, @Context UriInfo uri) {
    return log(request, uri, LogForm.CSV);
  }

  /** The same as one batch of CDEvents. */
  @GET
  @Path("log")
  @Produces("application/cloudevents-batch+json;qs=0.5")
  public Response cdEvents(@Context HttpServletRequest request, @Context UriInfo uri) {
    return log(request, uri, LogForm.CD_EVENTS);
  }

  /** 200 with {@link ChainVerification#check}. */
  @GET
  @Path("verify")
  @Produces(MediaType.APPLICATION_JSON)
  public Response verify(@Context HttpServletRequest request) {
    return guard.read(request, () -> Json.ok(verification.check()));
  }

  /**
   * {@code {"state", "sent", "waiting", "delivered", "trouble", "nextTry"}}: how the webhook stands
   * as the node knows that answers. {@code state} is off, standby (another node sends), working or
   * failing; {@code sent} is the last row that arrived.
   */
  @GET
  @Path("webhook")
  @Produces(MediaType.APPLICATION_JSON)
  public Response webhook(@Context HttpServletRequest request) {
    return guard.read(request, () -> Json.ok(json(webhook.health())));
  }

  private static Map<String, Object> json(WebhookHealth health) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("state", health.state().word());
    json.put("sent", health.sent().isPresent() ? health.sent().getAsLong() : null);
    json.put("waiting", health.waiting());
    json.put("delivered", health.delivered().map(Object::toString).orElse(null));
    json.put("trouble", health.trouble());
    json.put("nextTry", health.nextTry().map(Object::toString).orElse(null));
    return json;
  }

  private Response log(HttpServletRequest request, UriInfo uri, LogForm form) {
    return guard.read(
        request,
        () -> {
          PromotionFilters given = new PromotionFilters(uri);
          return LogStream.answer(
              form,
              new CdEvents(site.base()),
              after -> ledger.log(LogFilter.ALL, after, PAGE),
              given.afterRow(),
              given.limit(Integer.MAX_VALUE).orElse(Integer.MAX_VALUE));
        });
  }
}
