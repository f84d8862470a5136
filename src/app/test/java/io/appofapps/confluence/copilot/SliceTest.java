package io.appofapps.confluence.copilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotBlank;

class SliceTest {

  @Property
  void cursorsLeadThroughTheWholeListOnce(
      @ForAll @IntRange(max = 60) int size, @ForAll @IntRange(min = 1, max = 20) int limit)
      throws ToolFailure {
    List<Integer> all = IntStream.range(0, size).boxed().toList();
    List<Integer> seen = new ArrayList<>();
    Map<String, Object> given = new LinkedHashMap<>(Map.of("limit", limit));
    boolean more = true;
    while (more) {
      Slice slice = Slice.of(new Arguments(given), 7);
      seen.addAll(slice.of(all));
      Map<String, Object> answer = new LinkedHashMap<>();
      slice.close(answer, size);
      assertThat(answer.get("total")).isEqualTo(size);
      more = answer.containsKey("nextCursor");
      given.put("cursor", answer.get("nextCursor"));
    }
    assertThat(seen).isEqualTo(all);
  }

  @Property
  void aForeignCursorIsAFailureThatSaysWhatToDo(@ForAll @NotBlank String cursor) {
    assertThatThrownBy(() -> Slice.of(new Arguments(Map.of("cursor", cursor + "!")), 7))
        .isInstanceOf(ToolFailure.class)
        .hasMessageContaining("nextCursor");
  }
}
