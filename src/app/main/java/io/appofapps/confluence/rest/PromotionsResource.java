package io.appofapps.confluence.rest;

import com.atlassian.annotations.security.LicensedOnly;
import io.appofapps.confluence.promotion.desk.Cases;
import io.appofapps.confluence.promotion.record.CdEvents;
import io.appofapps.confluence.promotion.record.LogFilter;
import io.appofapps.confluence.view.SiteAddress;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code /rest/aoa/1.0/promotions}: asks for promotions, lists them, and gives their log. Nobody
 * sees a trace of promotions whose Applications they may not see.
 */
@Named
@Path("promotions")
@LicensedOnly
public class PromotionsResource {

  private static final int MOST = 200;
  private static final int USUALLY = 50;
  private static final int LOG_PAGE = 500;

  /** Beside JSON: who accepts anything, or says nothing, gets JSON (quality of a source). */
  private static final String AFTER_JSON = ";qs=0.5";

  private final PromotionDoor door;
  private final PromotionJson json;
  private final SiteAddress site;

  @Inject
  public PromotionsResource(PromotionDoor door, PromotionJson json, SiteAddress site) {
    this.door = door;
    this.json = json;
    this.site = site;
  }

  /**
   * Asks for a promotion: {@code {"set", "service", "from", "to", "digest", "reason", "page",
   * "idempotencyKey"}}; 201 with {@link PromotionJson#of}. The same person with the same key (the
   * header {@code Idempotency-Key} or the field) gets 201 with the same promotion again, as it
   * stands by then.
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response request(@Context HttpServletRequest request, InputStream body) {
    return door.write(
        request,
        body,
        (desk, actor, form) ->
            Json.of(
                201,
                json.of(
                    desk.request(
                        actor, PromotionForms.route(form), PromotionForms.wish(request, form)))));
  }

  /**
   * {@code {"promotions": […], "next"}}, the newest first. Filters as in {@link PromotionFilters};
   * {@code limit} of 50, at most 200; {@code after} takes what {@code next} says, which is null at
   * the end. A list may be shorter than the limit and still have a next one.
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response list(@Context UriInfo uri) {
    return Failures.guarded(
        () -> {
          PromotionFilters given = new PromotionFilters(uri);
          return door.read(
              given.page(),
              (desk, actor) -> {
                Cases found =
                    desk.list(
                        actor,
                        given.filter(actor.viewer().key()),
                        given.after(),
                        given.limit(MOST).orElse(USUALLY));
                Map<String, Object> answer = new LinkedHashMap<>();
                answer.put("promotions", found.cases().stream().map(json::of).toList());
                answer.put("next", found.next().map(PromotionFilters::next).orElse(null));
                return Json.ok(answer);
              });
        });
  }

  /**
   * The log with its hash chain, one row a line, oldest first. The same filters, by the row; {@code
   * after} is a row's sequence number, {@code limit} has no end.
   */
  @GET
  @Produces("application/x-ndjson" + AFTER_JSON)
  public Response jsonLines(@Context UriInfo uri) {
    return log(uri, LogForm.JSON_LINES);
  }

  /** The log as a table. */
  @GET
  @Produces(CsvAnswers.WHEN_ASKED_FOR)
  public Response csv(@Context UriInfo uri) {
    return log(uri, LogForm.CSV);
  }

  /** The log as one batch of CDEvents. */
  @GET
  @Produces("application/cloudevents-batch+json" + AFTER_JSON)
  public Response cdEvents(@Context UriInfo uri) {
    return log(uri, LogForm.CD_EVENTS);
  }

  private Response log(UriInfo uri, LogForm form) {
    return Failures.guarded(
        () -> {
          PromotionFilters given = new PromotionFilters(uri);
          return door.read(
              given.page(),
              (desk, actor) -> {
                LogFilter filter = given.filter(actor.viewer().key());
                return LogStream.answer(
                    form,
                    new CdEvents(site.base()),
                    after -> desk.log(actor, filter, after, LOG_PAGE),
                    given.afterRow(),
                    given.limit(Integer.MAX_VALUE).orElse(Integer.MAX_VALUE));
              });
        });
  }
}
