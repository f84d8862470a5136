package io.appofapps.confluence.copilot;

import io.appofapps.confluence.ownership.Agreed;
import io.appofapps.confluence.ownership.ServiceMetadata;
import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.view.TreePage;
import io.appofapps.confluence.view.body.Face;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.MessageBox;
import io.appofapps.confluence.view.frame.Parameters;
import io.appofapps.confluence.view.frame.Question;
import io.appofapps.confluence.view.owners.Owners;
import io.appofapps.confluence.view.owners.OwnersBlock;
import io.appofapps.confluence.view.owners.OwnersReport;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The metadata of services, as the ownership table shows it. */
@Named
public class Metadata {

  private final Sets sets;
  private final Owners owners;
  private final OwnersBlock block;
  private final MessageBox messages;

  @Inject
  public Metadata(Sets sets, Owners owners, OwnersBlock block, MessageBox messages) {
    this.sets = sets;
    this.owners = owners;
    this.block = block;
    this.messages = messages;
  }

  /** Of all services of a set, or of those in an environment. */
  OwnersReport of(Caller caller, String set, Optional<String> environment) throws ToolFailure {
    Map<String, String> given = new LinkedHashMap<>();
    given.put("set", set);
    environment.ifPresent(name -> given.put("environment", name));
    try {
      Owners.Asked asked =
          owners.ask(
              new Question(
                  caller.viewer(), new Place.Api(), Parameters.of(block, given), Face.EXPORT));
      if (asked instanceof Owners.Asked.Away away) {
        throw sets.away(caller, set, away.why());
      }
      return ((Owners.Asked.Report) asked).report();
    } catch (BadParameter e) {
      throw ToolFailure.of(messages.badParameter(e));
    }
  }

  /** Of one service; empty when nobody knows it. */
  Optional<ServiceMetadata> service(Caller caller, TreePage.Ready page, String service)
      throws ToolFailure {
    return of(caller, page.set().key(), Optional.empty()).services().stream()
        .filter(each -> each.service().equals(service))
        .findFirst();
  }

  static Schema schema() {
    return Schema.texts("service")
        .with(
            "fields",
            Schema.list(
                Schema.texts("field", "address", "source").with("value", Schema.quoted()).build()))
        .with("missing", Schema.list(Schema.text()));
  }

  static Map<String, Object> json(Optional<ServiceMetadata> service) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("service", service.map(ServiceMetadata::service).orElse(null));
    List<Map<String, Object>> fields = new ArrayList<>();
    service.ifPresent(
        known -> known.fields().forEach((id, agreed) -> fields.add(field(id, agreed))));
    json.put("fields", fields);
    json.put("missing", service.map(known -> known.completeness().missing()).orElse(List.of()));
    return json;
  }

  private static Map<String, Object> field(String id, Agreed agreed) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("field", id);
    json.put("value", Untrusted.quoted(agreed.said().value().text()));
    json.put("address", agreed.said().value().address().orElse(null));
    json.put("source", agreed.said().evidence());
    return json;
  }
}
