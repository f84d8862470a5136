package io.appofapps.confluence.configuration.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.configuration.CopilotRules;

/** The section {@code copilot}; what it does not say is as by default. */
final class CopilotDocument {

  private static final CopilotRules DEFAULT = CopilotRules.DEFAULT;

  private CopilotDocument() {}

  static CopilotRules read(Part part) {
    CopilotRules rules =
        new CopilotRules(
            part.flag("enabled", DEFAULT.enabled()),
            part.flag("requests", DEFAULT.requests()),
            part.number("callsPerMinute").orElse(DEFAULT.callsPerMinute()));
    part.refuseOthers();
    return rules;
  }

  static ObjectNode write(CopilotRules rules) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("enabled", rules.enabled())
        .put("requests", rules.requests())
        .put("callsPerMinute", rules.callsPerMinute());
  }
}
