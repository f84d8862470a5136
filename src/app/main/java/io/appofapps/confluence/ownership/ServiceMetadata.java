package io.appofapps.confluence.ownership;

import io.appofapps.confluence.ownership.Gathered.Deployed;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is known of one service.
 *
 * @param service its name; untrusted
 * @param environments where it is deployed, in the order of the trees, each once; untrusted
 * @param applications names of its Applications, in the order of the trees; untrusted
 * @param fields what they say, by id of the field, in the order of the fields
 * @param completeness how much of what counts they say
 */
public record ServiceMetadata(
    String service,
    List<String> environments,
    List<String> applications,
    Map<String, Agreed> fields,
    Completeness completeness) {

  static final Comparator<ServiceMetadata> BY_NAME =
      Comparator.comparing(ServiceMetadata::service, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(ServiceMetadata::service);

  public ServiceMetadata {
    environments = List.copyOf(environments);
    applications = List.copyOf(applications);
  }

  /** What is said of that field. */
  public Optional<Agreed> field(String id) {
    return Optional.ofNullable(fields.get(id));
  }

  static ServiceMetadata of(String service, List<Deployed> deployed, MetadataRules rules) {
    Map<String, Agreed> fields = new LinkedHashMap<>();
    for (Field field : rules.fields()) {
      List<Agreed.Voice> voices =
          deployed.stream()
              .filter(each -> each.said().containsKey(field.id()))
              .map(each -> new Agreed.Voice(each.id().key().name(), each.said().get(field.id())))
              .toList();
      if (!voices.isEmpty()) {
        fields.put(field.id(), Agreed.of(voices));
      }
    }
    List<Field> counting = rules.fields().stream().filter(Field::counts).toList();
    List<String> missing =
        counting.stream().map(Field::id).filter(id -> !fields.containsKey(id)).toList();
    return new ServiceMetadata(
        service,
        deployed.stream().map(Deployed::environment).filter(e -> !e.isEmpty()).distinct().toList(),
        deployed.stream().map(each -> each.id().key().name()).toList(),
        fields,
        new Completeness(counting.size() - missing.size(), counting.size(), missing));
  }
}
