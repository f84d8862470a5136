package io.appofapps.devhost.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A secret that is found again wherever it gets out: plain, URL-encoded, in hexadecimal digits, and
 * in base64 at whichever of the three offsets it stands in what was encoded.
 */
record Canary(String name, String text) {

  private static final int GROUP = 3;
  private static final int CHARACTERS = 4;

  /** Names of those of the canaries that the text shows in any form. */
  static Set<String> in(String text, List<Canary> canaries) {
    Set<String> found = new TreeSet<>();
    for (Canary canary : canaries) {
      if (canary.forms().stream().anyMatch(text::contains)) {
        found.add(canary.name());
      }
    }
    return found;
  }

  Set<String> forms() {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(text);
    forms.add(text.replace("/", "\\/"));
    forms.add(URLEncoder.encode(text, StandardCharsets.UTF_8));
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    forms.add(java.util.HexFormat.of().formatHex(bytes));
    for (int offset = 0; offset < GROUP; offset++) {
      String core = base64(bytes, offset);
      forms.add(core);
      forms.add(core.replace('+', '-').replace('/', '_'));
      forms.add(URLEncoder.encode(core, StandardCharsets.UTF_8));
    }
    return forms;
  }

  /** The characters that depend on the secret alone, when it begins at the offset of a group. */
  private static String base64(byte[] bytes, int offset) {
    int skip = (GROUP - offset) % GROUP;
    int whole = (bytes.length - skip) / GROUP * GROUP;
    String encoded =
        Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, skip, skip + whole));
    return encoded.substring(0, whole / GROUP * CHARACTERS);
  }
}
