package io.appofapps.confluence.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ChunkedMapTest {

  /** Positive numbers are put, negative ones taken away. */
  @Property(tries = 300)
  void itIsAHashMapWhoseOldCopiesStay(
      @ForAll List<@IntRange(min = -300, max = 300) Integer> first,
      @ForAll List<@IntRange(min = -300, max = 300) Integer> second) {
    Map<Integer, String> expected = new HashMap<>();
    ChunkedMap<Integer, String> before = changed(ChunkedMap.empty(), first, expected);
    Map<Integer, String> expectedBefore = Map.copyOf(expected);
    ChunkedMap<Integer, String> after = changed(before, second, expected);

    assertThat(after).isEqualTo(expected).hasSameSizeAs(expected);
    assertThat(before).isEqualTo(expectedBefore).hasSameSizeAs(expectedBefore);
    for (int key = 0; key <= 300; key++) {
      assertThat(after.get(key)).isEqualTo(expected.get(key));
      assertThat(after.containsKey(key)).isEqualTo(expected.containsKey(key));
    }
  }

  @Example
  void nobodyCanChangeIt() {
    ChunkedMap.Editor<String, String> editor = ChunkedMap.<String, String>empty().edit();
    editor.put("a", "b");
    Map<String, String> map = editor.done();
    assertThatThrownBy(() -> map.put("c", "d")).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(map::clear).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> map.entrySet().iterator().next().setValue("c"))
        .isInstanceOf(RuntimeException.class);
    assertThatThrownBy(
            () -> {
              var entries = map.entrySet().iterator();
              entries.next();
              entries.remove();
            })
        .isInstanceOf(RuntimeException.class);
  }

  private static ChunkedMap<Integer, String> changed(
      ChunkedMap<Integer, String> map, List<Integer> steps, Map<Integer, String> expected) {
    ChunkedMap.Editor<Integer, String> editor = map.edit();
    int turn = 0;
    for (int step : steps) {
      if (step >= 0) {
        editor.put(step, "v" + turn);
        expected.put(step, "v" + turn++);
      } else {
        editor.remove(-step);
        expected.remove(-step);
      }
    }
    return editor.done();
  }
}
