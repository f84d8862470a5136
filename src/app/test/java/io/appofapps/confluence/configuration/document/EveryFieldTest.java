package io.appofapps.confluence.configuration.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.SignIn;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The document with which the tests of the administration's script see whether every field can be
 * changed on the screen: it has them all. Who adds a field adds it there, and then to a form.
 */
class EveryFieldTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OURS = "io.appofapps.";

  private JsonNode document;
  private Configuration configuration;
  private final Set<String> empty = new TreeSet<>();
  private final Set<String> filled = new TreeSet<>();
  private final Set<Class<?>> kinds = new HashSet<>();

  @BeforeEach
  void read() throws IOException {
    String text = Files.readString(Path.of("../../frontend/test/configuration.json"));
    String pem = JSON.writeValueAsString(TrustedCertificate.pem());
    document = JSON.readTree(text.replace("\"PEM\"", pem));
    configuration = ConfigurationDocument.readJson(document.toString()).value();
    look(configuration, "");
  }

  @Test
  void allThatAnAdministratorDecidesHasAValueInIt() {
    empty.removeAll(filled);
    assertThat(filled).hasSizeGreaterThan(50);
    assertThat(empty).isEmpty();
  }

  @Test
  void allWaysToSignInOccur() {
    assertThat(kinds).containsAll(Set.of(SignIn.class.getPermittedSubclasses()));
  }

  @Test
  void allThatIsWrittenIsInIt() throws IOException {
    Set<String> written = new TreeSet<>();
    paths(JSON.readTree(ConfigurationDocument.writeJson(configuration)), "", written);
    Set<String> there = new TreeSet<>();
    paths(document, "", there);
    assertThat(there).isEqualTo(written);
  }

  /** Notes which components of records are filled in one of the records at least. */
  private void look(Object value, String path) {
    if (value instanceof Optional<?> optional) {
      note(path, optional.isPresent());
      optional.ifPresent(each -> look(each, path));
    } else if (value instanceof Collection<?> list) {
      note(path, !list.isEmpty());
      list.forEach(each -> look(each, path));
    } else if (value instanceof Record && value.getClass().getName().startsWith(OURS)) {
      kinds.add(value.getClass());
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        String name = path + "/" + value.getClass().getSimpleName() + "." + component.getName();
        look(of(value, component), name);
      }
    } else {
      note(path, !value.toString().isEmpty());
    }
  }

  private void note(String path, boolean isFilled) {
    (isFilled ? filled : empty).add(path);
  }

  private static Object of(Object value, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static void paths(JsonNode node, String path, Set<String> all) {
    if (node.isValueNode()) {
      all.add(path);
    }
    node.fields().forEachRemaining(each -> paths(each.getValue(), path + "." + each.getKey(), all));
    node.elements()
        .forEachRemaining(
            each -> {
              if (node.isArray()) {
                paths(each, path + "[]", all);
              }
            });
  }
}
