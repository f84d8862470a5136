package io.appofapps.confluence.configuration.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.docs.BindingRule;
import io.appofapps.confluence.docs.DocumentationMode;
import io.appofapps.confluence.docs.DocumentationRules;
import io.appofapps.confluence.docs.FieldRule;
import io.appofapps.confluence.docs.SetMode;
import java.util.List;
import java.util.Optional;

/** The section {@code documentation}; what it does not say is as by default. */
final class DocumentationDocument {

  private static final DocumentationRules DEFAULT = DocumentationRules.DEFAULT;

  private DocumentationDocument() {}

  static DocumentationRules read(Part part) {
    DocumentationRules rules =
        new DocumentationRules(
            part.flag("scheduled", DEFAULT.scheduled()),
            part.text("cron").orElse(DEFAULT.cron()),
            part.texts("spaces"),
            part.objects("bindings", DocumentationDocument::binding),
            part.has("fields")
                ? part.objects("fields", DocumentationDocument::field)
                : DEFAULT.fields(),
            part.word("mode", DocumentationMode.class, Optional.of(DEFAULT.mode())),
            part.objects("modes", DocumentationDocument::mode),
            part.text("mender").orElse(""),
            part.text("templateSpace").orElse(""));
    part.refuseOthers();
    return rules;
  }

  private static BindingRule binding(Part part) {
    BindingRule rule =
        new BindingRule(
            part.text("space").orElse(""),
            part.word("on", BindingRule.On.class, Optional.empty()),
            part.required("pattern", "say what the label or title looks like"),
            part.text("set").orElse(""));
    part.refuseOthers();
    return rule;
  }

  private static FieldRule field(Part part) {
    FieldRule rule =
        new FieldRule(
            part.required("key", "name the key of the metadata"),
            part.texts("headers"),
            part.text("label").orElse(""),
            part.flag("required", false));
    part.refuseOthers();
    return rule;
  }

  private static SetMode mode(Part part) {
    SetMode mode =
        new SetMode(
            part.required("key", "name the deployment set by its key"),
            part.word("mode", DocumentationMode.class, Optional.empty()));
    part.refuseOthers();
    return mode;
  }

  static ObjectNode write(DocumentationRules rules) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("scheduled", rules.scheduled());
    node.put("cron", rules.cron());
    texts(node, "spaces", rules.spaces());
    ArrayNode bindings = node.putArray("bindings");
    for (BindingRule rule : rules.bindings()) {
      ObjectNode each = bindings.addObject();
      text(each, "space", rule.space());
      each.put("on", Words.of(rule.on())).put("pattern", rule.pattern());
      text(each, "set", rule.set());
    }
    ArrayNode fields = node.putArray("fields");
    for (FieldRule field : rules.fields()) {
      ObjectNode each = fields.addObject().put("key", field.key());
      texts(each, "headers", field.headers());
      text(each, "label", field.label());
      each.put("required", field.required());
    }
    node.put("mode", Words.of(rules.mode()));
    ArrayNode modes = node.putArray("modes");
    for (SetMode mode : rules.modes()) {
      modes.addObject().put("key", mode.key()).put("mode", Words.of(mode.mode()));
    }
    text(node, "mender", rules.mender());
    text(node, "templateSpace", rules.templateSpace());
    return node;
  }

  private static void text(ObjectNode node, String name, String text) {
    if (!text.isEmpty()) {
      node.put(name, text);
    }
  }

  private static void texts(ObjectNode node, String name, List<String> texts) {
    ArrayNode array = node.putArray(name);
    texts.forEach(array::add);
  }
}
