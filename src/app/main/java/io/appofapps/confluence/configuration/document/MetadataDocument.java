package io.appofapps.confluence.configuration.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.ownership.Field;
import io.appofapps.confluence.ownership.MetadataKey;
import io.appofapps.confluence.ownership.MetadataRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The section {@code metadata}; without its fields they are as by default. */
final class MetadataDocument {

  private MetadataDocument() {}

  static MetadataRules read(Part part) {
    MetadataRules rules =
        part.has("fields")
            ? new MetadataRules(part.objects("fields", MetadataDocument::field))
            : MetadataRules.DEFAULT;
    part.refuseOthers("version");
    return rules;
  }

  private static Field field(Part part) {
    Field field =
        new Field(
            part.required("id", "give the field a short name of its own"),
            part.text("title").orElse(""),
            part.word("kind", Field.Kind.class, Optional.of(Field.Kind.TEXT)),
            part.flag("inherited", false),
            part.flag("counts", false),
            keys(part));
    part.refuseOthers();
    return field;
  }

  private static List<MetadataKey> keys(Part part) {
    List<MetadataKey> keys = new ArrayList<>();
    List<String> texts = part.texts("keys");
    for (int i = 0; i < texts.size(); i++) {
      Optional<MetadataKey> key = MetadataKey.parse(texts.get(i));
      if (key.isEmpty()) {
        part.error(
            "keys[" + i + "]",
            "must be annotation:…, label:…, info:…, project-annotation:…, project-description,"
                + " project-groups or project-name");
      }
      key.ifPresent(keys::add);
    }
    return keys;
  }

  static ObjectNode write(MetadataRules rules) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ArrayNode fields = node.putArray("fields");
    for (Field field : rules.fields()) {
      ObjectNode each = fields.addObject();
      each.put("id", field.id());
      if (!field.title().isEmpty()) {
        each.put("title", field.title());
      }
      each.put("kind", Words.of(field.kind()));
      each.put("inherited", field.inherited());
      each.put("counts", field.counts());
      ArrayNode keys = each.putArray("keys");
      field.keys().forEach(key -> keys.add(key.toString()));
    }
    return node;
  }
}
