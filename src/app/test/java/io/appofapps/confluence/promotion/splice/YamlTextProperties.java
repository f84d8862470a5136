package io.appofapps.confluence.promotion.splice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Whatever the text: what is edited differs at the path only, in bytes and in meaning. */
class YamlTextProperties {

  @Property(tries = 400)
  void onlyTheValueChanges(
      @ForAll("texts") String text, @ForAll("values") String value, @ForAll int choice)
      throws Exception {
    YamlText yaml = YamlText.parse(text.getBytes(UTF_8));
    List<YamlPath> paths = new ArrayList<>();
    yaml.document(0).scalars((path, ignored) -> paths.add(path));
    Assume.that(!paths.isEmpty());
    YamlPath path = paths.get(Math.floorMod(choice, paths.size()));
    String edited;
    try {
      edited = new String(yaml.replace(0, path, value), UTF_8);
    } catch (UnspliceableException e) {
      assertThat(e.why()).isEqualTo(UnspliceableException.Why.NOT_A_LINE);
      assertThat(text).contains("|");
      return;
    }
    Object before = with(load(text), path, 0, "*");
    Object after = load(edited);
    assertThat(at(after, path)).isEqualTo(value);
    assertThat(with(after, path, 0, "*")).isEqualTo(before);
    assertThat(lines(edited)).hasSameSizeAs(lines(text));
    long differing = 0;
    for (int i = 0; i < lines(text).size(); i++) {
      differing += lines(text).get(i).equals(lines(edited).get(i)) ? 0 : 1;
    }
    assertThat(differing).isLessThanOrEqualTo(1);
  }

  private static List<String> lines(String text) {
    return List.of(text.split("(?<=\n)", -1));
  }

  private static Object load(String text) {
    return new Load(LoadSettings.builder().build()).loadFromString(text);
  }

  private static Object at(Object tree, YamlPath path) {
    Object found = tree;
    for (Object step : path.steps()) {
      found =
          step instanceof Integer index
              ? ((List<?>) found).get(index)
              : ((java.util.Map<?, ?>) found).get(step);
    }
    return found;
  }

  private static Object with(Object tree, YamlPath path, int depth, Object value) {
    if (depth == path.steps().size()) {
      return value;
    }
    Object step = path.steps().get(depth);
    if (step instanceof Integer index) {
      List<Object> copy = new ArrayList<>((List<?>) tree);
      copy.set(index, with(copy.get(index), path, depth + 1, value));
      return copy;
    }
    java.util.Map<Object, Object> copy = new java.util.LinkedHashMap<>((java.util.Map<?, ?>) tree);
    copy.put(step, with(copy.get(step), path, depth + 1, value));
    return copy;
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.oneOf(
        Arbitraries.of("1.10", "1e3", "0123", "true", "v2.0.0-rc.1+b7", "sha256:ab", "a'b\"c\\d"),
        Arbitraries.strings()
            .ofMinLength(1)
            .ofMaxLength(12)
            .ascii()
            .filter(YamlTextProperties::isText),
        Arbitraries.strings().ofMinLength(1).ofMaxLength(4).withCharRange('\u00a1', '\u04ff'));
  }

  private static boolean isText(String value) {
    return value.chars().noneMatch(Character::isISOControl);
  }

  /** Manifests as people write them: nested, commented, quoted this way and that. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> line =
        Arbitraries.of(
            "1.2.3",
            "main",
            "'it''s'",
            "\"a \\\" b\"",
            "\uD83D\uDE80",
            "[a, 'b', {c: \"d\"}]",
            "{tag: 1.0.0, \"n\": [1, 2]}",
            "|\n@  one\n@  two",
            "3 # three",
            "\"x\"   # \uD83D\uDE80 y",
            "~");
    Arbitrary<List<String>> values = line.list().ofMinSize(1).ofMaxSize(7);
    return values.flatMap(
        all ->
            Arbitraries.integers()
                .between(0, 3)
                .list()
                .ofSize(all.size())
                .flatMap(
                    shapes -> Arbitraries.of("\n", "\r\n").map(end -> text(all, shapes, end))));
  }

  private static String text(List<String> values, List<Integer> shapes, String end) {
    StringBuilder text = new StringBuilder("# head\n");
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i);
      text.append(
          switch (shapes.get(i)) {
            case 0 -> "k" + i + ": " + value.replace("@", "") + "\n";
            case 1 -> "k" + i + ":\n  inner: " + value.replace("@", "  ") + "\n\n";
            case 2 -> "k" + i + ":\n- " + value.replace("@", "") + "\n- other # kept\n";
            default ->
                "\"k "
                    + i
                    + "\":\n    - name:   x\n      value: "
                    + value.replace("@", "      ")
                    + "\n";
          });
    }
    return text.toString().replace("\n", end);
  }
}
