package io.appofapps.confluence.configuration.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.configuration.HookSettings;
import java.util.List;
import java.util.Optional;

/** The section {@code hooks}. */
final class HookDocument {

  private HookDocument() {}

  /**
   * Reads one hook.
   *
   * @param form whether what is only read may come back
   */
  static HookSettings read(Part part, SignInReader secrets, boolean form) {
    String id = part.required("id", "give the hook a short name of its own");
    HookSettings hook =
        new HookSettings(
            id,
            part.word("sender", HookSettings.Sender.class, Optional.empty()),
            part.flag("enabled", true),
            secrets.ofHook(part, id));
    if (form) {
      part.refuseOthers("deliveries");
    } else {
      part.refuseOthers();
    }
    return hook;
  }

  static ArrayNode write(List<HookSettings> hooks) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (HookSettings hook : hooks) {
      ObjectNode node = array.addObject();
      node.put("id", hook.id());
      node.put("sender", Words.of(hook.sender()));
      node.put("enabled", hook.enabled());
      node.putObject("secret").put("secret", hook.secret().name());
    }
    return array;
  }
}
