package io.appofapps.confluence.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.administration.ConfigurationChanges;
import io.appofapps.confluence.administration.ConfigurationChanges.Request;
import io.appofapps.confluence.administration.Deed;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.SecretReference;
import io.appofapps.confluence.configuration.StoredConfiguration;
import io.appofapps.confluence.configuration.document.Draft;
import io.appofapps.confluence.secret.SecretText;
import io.appofapps.confluence.secret.Secrets;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A section of the configuration that administrators read and replace as a whole: who may, what the
 * body says, and which version they have seen.
 */
final class Section {

  private final AdminGuard guard;
  private final ConfigurationChanges changes;
  private final Deed.Kind deed;
  private final Reading reading;
  private final Function<StoredConfiguration, Response> answer;

  /** What a body makes of the section. */
  @FunctionalInterface
  interface Reading {

    /**
     * @param body without the field {@code version}
     * @param now what holds at the moment
     * @throws io.appofapps.confluence.configuration.InvalidConfigurationException when the body is
     *     wrong
     */
    Replacement read(ObjectNode body, Configuration now);
  }

  /**
   * Another section in the place of the one that holds.
   *
   * @param secrets new ones that it names
   */
  record Replacement(Map<SecretReference, SecretText> secrets, UnaryOperator<Configuration> edit) {

    static <T> Replacement of(T section, BiFunction<Configuration, T, Configuration> put) {
      return ofDraft(new Draft<>(section, Map.of()), put);
    }

    static <T> Replacement ofDraft(
        Draft<T> section, BiFunction<Configuration, T, Configuration> put) {
      return new Replacement(section.secrets(), holds -> put.apply(holds, section.value()));
    }
  }

  /**
   * @param deed what the audit calls a change
   * @param answer 200 with the section
   */
  Section(
      AdminGuard guard,
      ConfigurationChanges changes,
      Deed.Kind deed,
      Reading reading,
      Function<StoredConfiguration, Response> answer) {
    this.guard = guard;
    this.changes = changes;
    this.deed = deed;
    this.reading = reading;
    this.answer = answer;
  }

  /** 200 with the section, or why not. */
  Response read(HttpServletRequest request) {
    return guard.read(request, () -> answer.apply(changes.latest()));
  }

  /** Puts what the body says in the place of the section: 200 with it, or why not. */
  Response replace(HttpServletRequest request, InputStream body) {
    return guard.write(
        request,
        author -> {
          ObjectNode form = Bodies.json(body);
          Request change = new Request(deed, "", Versions.expected(request, form), author);
          Replacement next = reading.read(form, changes.latest().configuration());
          return answer.apply(changes.change(change, next.secrets(), next.edit()).stored());
        });
  }

  /** 200 with the section and its version, as {@code ETag} too. */
  static Response answer(Map<String, Object> section, StoredConfiguration stored) {
    return Json.of(200, versioned(section, stored), stored.version());
  }

  /** The section with the field {@code version}. */
  static ObjectNode versioned(Map<String, Object> section, StoredConfiguration stored) {
    return Bodies.tree(section).put("version", stored.version());
  }

  /** Says of the secret at that JSON pointer, if one is named there, whether it is stored. */
  static void markSecret(JsonNode owner, String pointer, Secrets secrets) {
    if (owner.at(pointer) instanceof ObjectNode secret) {
      SecretReference reference = new SecretReference(secret.path("secret").asText());
      secret.put("present", secrets.find(reference).isPresent());
    }
  }
}
