package io.appofapps.confluence.view.owners;

import io.appofapps.confluence.ownership.Completeness;
import io.appofapps.confluence.ownership.Field;
import io.appofapps.confluence.ownership.MetadataRules;
import io.appofapps.confluence.ownership.ServiceMetadata;
import io.appofapps.confluence.view.TreePage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The services of a deployment set, as one viewer sees them; equal as long as nothing changes for
 * them.
 */
public final class OwnersReport {

  private final TreePage.Ready page;
  private final Services services;
  private final Map<PageAsk, PageVerdict> verdicts;
  private final boolean unread;

  OwnersReport(
      TreePage.Ready page, Services services, Map<PageAsk, PageVerdict> verdicts, boolean unread) {
    this.page = page;
    this.services = services;
    this.verdicts = verdicts;
    this.unread = unread;
  }

  /** Whether services are asked for by their pages, and no page has been read yet. */
  public boolean unread() {
    return unread;
  }

  /** The set they are of. */
  public TreePage.Ready page() {
    return page;
  }

  /** The fields, in their order. */
  public MetadataRules rules() {
    return services.rules();
  }

  /** Those asked for, by name. */
  public List<ServiceMetadata> services() {
    return services.all();
  }

  /** How complete all of them are together. */
  public Completeness completeness() {
    return Completeness.of(services().stream().map(ServiceMetadata::completeness).toList());
  }

  /**
   * What the viewer learns of the page that a service names there; empty when it names none, or
   * nobody has looked yet.
   */
  public Optional<PageVerdict> page(ServiceMetadata service, Field field) {
    return services.ask(service, field).map(verdicts::get);
  }

  /** All that a drawing is made of, cheap to compare. */
  Object facts() {
    return List.of(services, verdicts, unread);
  }

  /** What tells viewers of one audience apart. */
  Object ofPages() {
    return List.of(services, verdicts);
  }
}
