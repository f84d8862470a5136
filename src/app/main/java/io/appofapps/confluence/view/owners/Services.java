package io.appofapps.confluence.view.owners;

import io.appofapps.confluence.docs.PageAddress;
import io.appofapps.confluence.ownership.Agreed;
import io.appofapps.confluence.ownership.Field;
import io.appofapps.confluence.ownership.MetadataRules;
import io.appofapps.confluence.ownership.ServiceMetadata;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Services with the pages that they name. Made once per content, audience and selection; equal only
 * to itself, so that comparing costs nothing.
 */
final class Services {

  private record Place(String service, String field) {}

  private final MetadataRules rules;
  private final List<ServiceMetadata> all;
  private final Map<Place, PageAsk> asks = new HashMap<>();

  /**
   * @param own how a manifest names a page of this Confluence, empty for everything else
   */
  Services(
      MetadataRules rules, List<ServiceMetadata> all, Function<String, Optional<PageAddress>> own) {
    this.rules = rules;
    this.all = List.copyOf(all);
    for (Field field : rules.fields()) {
      if (field.kind() == Field.Kind.LINK) {
        for (ServiceMetadata service : all) {
          service
              .field(field.id())
              .map(agreed -> agreed.said().value().raw())
              .flatMap(own)
              .ifPresent(
                  address ->
                      asks.put(
                          new Place(service.service(), field.id()),
                          new PageAsk(address, onCall(service))));
        }
      }
    }
  }

  MetadataRules rules() {
    return rules;
  }

  List<ServiceMetadata> all() {
    return all;
  }

  /** The pages they name. */
  Set<PageAsk> asks() {
    return Set.copyOf(asks.values());
  }

  /** The page that the service names in that field. */
  Optional<PageAsk> ask(ServiceMetadata service, Field field) {
    return Optional.ofNullable(asks.get(new Place(service.service(), field.id())));
  }

  /**
   * Names that may be those of the group on call: what the service says it is, else who is on call
   * without the signs that chats put before a name.
   */
  private static List<String> onCall(ServiceMetadata service) {
    return Stream.of(MetadataRules.ON_CALL_GROUP, MetadataRules.ON_CALL)
        .flatMap(id -> service.field(id).stream())
        .map(Agreed::said)
        .map(said -> said.value().text().replaceFirst("^[@#]", "").strip())
        .filter(name -> !name.isEmpty() && name.length() <= 255)
        .distinct()
        .toList();
  }
}
