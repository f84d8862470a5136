package io.appofapps.confluence.view.owners;

import io.appofapps.confluence.ownership.Agreed;
import io.appofapps.confluence.ownership.Completeness;
import io.appofapps.confluence.ownership.Field;
import io.appofapps.confluence.ownership.Said;
import io.appofapps.confluence.ownership.ServiceMetadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The report as REST gives it. */
public final class OwnersJson {

  private final OwnersReport report;

  public OwnersJson(OwnersReport report) {
    this.report = report;
  }

  /**
   * {@code {"set", "revision", "completeness": {"said", "of", "percent"}, "services": [{"service",
   * "environments", "applications", "completeness": {…, "missing"}, "fields": {id: {"text",
   * "address", "source", "origin", "applications", "others": […], "page"}}}]}}; an address only
   * where there is one, a page only where the field names one of this Confluence.
   */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("set", report.page().set().key());
    json.put("revision", report.page().snapshot().revision());
    json.put("completeness", completeness(report.completeness()));
    json.put("services", report.services().stream().map(this::service).toList());
    return json;
  }

  private static Map<String, Object> completeness(Completeness completeness) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("said", completeness.said());
    json.put("of", completeness.of());
    json.put("percent", completeness.percent());
    return json;
  }

  /** One service of the report. */
  public Map<String, Object> service(ServiceMetadata service) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("service", service.service());
    json.put("environments", service.environments());
    json.put("applications", service.applications());
    Map<String, Object> completeness = completeness(service.completeness());
    completeness.put("missing", service.completeness().missing());
    json.put("completeness", completeness);
    Map<String, Object> fields = new LinkedHashMap<>();
    for (Field field : report.rules().fields()) {
      service
          .field(field.id())
          .ifPresent(agreed -> fields.put(field.id(), field(service, field, agreed)));
    }
    json.put("fields", fields);
    return json;
  }

  private Map<String, Object> field(ServiceMetadata service, Field field, Agreed agreed) {
    Map<String, Object> json = said(agreed.said(), agreed.by());
    json.put(
        "others", agreed.others().stream().map(other -> said(other.said(), other.by())).toList());
    report.page(service, field).ifPresent(verdict -> json.put("page", page(verdict)));
    return json;
  }

  private static Map<String, Object> said(Said said, List<String> by) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("text", said.value().text());
    said.value().address().ifPresent(address -> json.put("address", address));
    json.put("source", said.evidence());
    json.put("origin", said.origin().name().toLowerCase(Locale.ROOT));
    json.put("applications", by);
    return json;
  }

  /** {@code {"found", "title", "address", "onCallReads"}}; what is not known is left out. */
  private static Map<String, Object> page(PageVerdict verdict) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("found", verdict.page().isPresent());
    verdict
        .page()
        .ifPresent(
            page -> {
              json.put("title", page.title());
              json.put("address", page.address());
            });
    verdict.onCallReads().ifPresent(reads -> json.put("onCallReads", reads));
    return json;
  }
}
