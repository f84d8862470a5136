package io.appofapps.confluence.secret;

import java.io.IOException;
import java.io.StringReader;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of the key file: one that new secrets are encrypted with, and, while keys are being
 * changed, older ones that some secrets still need. Immutable; prints no key.
 */
final class SecretKeys {

  private static final int KEY_BYTES = 32;
  private static final int ID_BYTES = 6;
  private static final String VERSION = "1";
  private static final String KEY = "key.";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String current;
  private final SortedMap<String, byte[]> keys;

  private SecretKeys(String current, SortedMap<String, byte[]> keys) {
    this.current = current;
    this.keys = keys;
  }

  /** One new key. */
  static SecretKeys fresh() {
    return new SecretKeys("", new TreeMap<>()).withNewKey();
  }

  /** These keys and a new one that is the current one from now on. */
  SecretKeys withNewKey() {
    byte[] id = new byte[ID_BYTES];
    byte[] key = new byte[KEY_BYTES];
    RANDOM.nextBytes(id);
    RANDOM.nextBytes(key);
    SortedMap<String, byte[]> all = new TreeMap<>(keys);
    String name = HexFormat.of().formatHex(id);
    all.put(name, key);
    return new SecretKeys(name, all);
  }

  /** The current key alone. */
  SecretKeys withoutOldKeys() {
    return new SecretKeys(current, new TreeMap<>(Map.of(current, keys.get(current))));
  }

  /** Whether there are keys besides the current one. */
  boolean hasOldKeys() {
    return keys.size() > 1;
  }

  /** Id of the key that encrypts. */
  String current() {
    return current;
  }

  /** The AES key of that id. */
  Optional<SecretKey> key(String id) {
    return Optional.ofNullable(keys.get(id)).map(key -> new SecretKeySpec(key, "AES"));
  }

  /**
   * Reads the text of a key file.
   *
   * @throws KeyFileException when it is not one, or one of a later version
   */
  static SecretKeys parse(String text) {
    Properties lines = new Properties();
    try {
      lines.load(new StringReader(text));
    } catch (IOException | IllegalArgumentException e) {
      // the cause may quote a key
      throw new KeyFileException("it is not a key file");
    }
    if (!VERSION.equals(lines.getProperty("version"))) {
      throw new KeyFileException("it is empty, cut off, or of a later version of the app");
    }
    SortedMap<String, byte[]> keys = new TreeMap<>();
    for (String name : lines.stringPropertyNames()) {
      if (name.startsWith(KEY)) {
        keys.put(name.substring(KEY.length()), decode(lines.getProperty(name)));
      }
    }
    String current = lines.getProperty("current", "");
    if (!keys.containsKey(current)) {
      throw new KeyFileException("its current key is missing");
    }
    return new SecretKeys(current, keys);
  }

  private static byte[] decode(String base64) {
    try {
      byte[] key = Base64.getDecoder().decode(base64.strip());
      if (key.length == KEY_BYTES) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      // the cause quotes characters of the key; falls through to the same message
    }
    throw new KeyFileException("a key in it is damaged");
  }

  /** The text of the key file. The keys come before the version, so a cut-off file shows. */
  String text() {
    Map<String, String> lines = new LinkedHashMap<>();
    keys.forEach((id, key) -> lines.put(KEY + id, Base64.getEncoder().encodeToString(key)));
    lines.put("current", current);
    lines.put("version", VERSION);
    List<String> text = new ArrayList<>();
    text.add("# App of Apps for Confluence: the keys its stored secrets are encrypted with.");
    text.add("# Back it up apart from the database; without it the secrets must be entered again.");
    lines.forEach((name, value) -> text.add(name + "=" + value));
    return String.join("\n", text) + "\n";
  }

  @Override
  public String toString() {
    return "SecretKeys" + keys.keySet();
  }
}
