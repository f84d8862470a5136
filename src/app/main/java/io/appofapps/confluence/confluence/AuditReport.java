package io.appofapps.confluence.confluence;

import com.atlassian.audit.api.AuditService;
import com.atlassian.audit.entity.AuditEvent;
import com.atlassian.audit.entity.AuditResource;
import com.atlassian.audit.entity.AuditType;
import com.atlassian.audit.entity.ChangedValue;
import com.atlassian.audit.entity.CoverageArea;
import com.atlassian.audit.entity.CoverageLevel;
import io.appofapps.confluence.administration.Deed;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** A deed in the words of the audit log. */
final class AuditReport {

  private AuditReport() {}

  /**
   * Tells the audit log of it.
   *
   * @throws IllegalStateException when there is none
   * @throws LinkageError when this Confluence does not know its types
   */
  static void send(BundleContext context, Deed deed) {
    send(context, event(deed));
  }

  /** The same for any event. */
  static void send(BundleContext context, AuditEvent event) {
    ServiceReference<AuditService> reference = context.getServiceReference(AuditService.class);
    AuditService service = reference == null ? null : context.getService(reference);
    if (service == null) {
      throw new IllegalStateException("This Confluence offers apps no audit log");
    }
    try {
      service.audit(event);
    } finally {
      context.ungetService(reference);
    }
  }

  private static AuditEvent event(Deed deed) {
    AuditType type =
        AuditType.fromI18nKeys(
                CoverageArea.ECOSYSTEM,
                CoverageLevel.BASE,
                "aoa.audit.category",
                "aoa.audit.deed." + deed.kind().word())
            .build();
    String name = deed.object().isEmpty() ? deed.kind().objectType() : deed.object();
    AuditResource object = AuditResource.builder(name, deed.kind().objectType()).id(name).build();
    return AuditEvent.builder(type)
        .affectedObject(object)
        .changedValues(
            List.of(
                ChangedValue.fromI18nKeys("aoa.audit.fields")
                    .from("")
                    .to(String.join(", ", deed.fields()))
                    .build(),
                ChangedValue.fromI18nKeys("aoa.audit.version")
                    .from(Long.toString(deed.from()))
                    .to(Long.toString(deed.to()))
                    .build()))
        .build();
  }
}
