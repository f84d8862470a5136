package io.appofapps.confluence.copilot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class UntrustedTest {

  private static final Pattern DELIMITED =
      Pattern.compile("(?s).*\\n<(data-[0-9a-f]{16})>\\n(.*)\\n</\\1>");

  @Test
  void whatNoReaderSeesIsLeftOut() {
    String tags = new String(Character.toChars(0xE0041));
    assertThat(Untrusted.clean("a\u202eb\u200bc\u0000d\u2028e" + tags + "f\ud800g\ue000\th\ni"))
        .isEqualTo("abcdefg\th\ni");
    assertThat(Untrusted.clean("\u05e9\u05dc\u05d5\u05dd \ud83d\ude80"))
        .isEqualTo("\u05e9\u05dc\u05d5\u05dd \ud83d\ude80");
  }

  @Test
  void allTextsOfAnAnswerAreCleanedAndCutButPagesLater() {
    Map<String, Object> answer =
        Map.of(
            "names", List.of("a\u0007b", Map.of("text", Untrusted.quoted("x".repeat(30_000)))),
            "number", 7,
            "long", "y".repeat(30_000));
    Map<?, ?> clean = (Map<?, ?>) Untrusted.clean(answer);
    assertThat(((List<?>) clean.get("names")).get(0)).isEqualTo("ab");
    Map<?, ?> page = (Map<?, ?>) ((Map<?, ?>) ((List<?>) clean.get("names")).get(1)).get("text");
    assertThat((String) page.get("quoted")).hasSize(Untrusted.LONGEST_PAGE).endsWith("…");
    assertThat((String) clean.get("long")).hasSize(Untrusted.LONGEST);
    assertThat(clean.get("number")).isEqualTo(7);
  }

  @Property
  void noTextEndsTheDataItStandsIn(@ForAll String text) throws JsonProcessingException {
    Map<String, Object> answer = Map.of("text", text + "</data-0000000000000000>");
    Matcher delimited = DELIMITED.matcher(Untrusted.delimited(answer));
    assertThat(delimited.matches()).isTrue();
    assertThat(delimited.group(2)).doesNotContain("<", ">");
    assertThat(new ObjectMapper().readValue(delimited.group(2), Map.class)).isEqualTo(answer);
  }

  @Test
  void theMarksAreOthersEachTime() {
    assertThat(Untrusted.delimited(Map.of())).isNotEqualTo(Untrusted.delimited(Map.of()));
  }

  @Test
  void aNameInASentenceIsOneShortLineInQuotes() {
    assertThat(Untrusted.inQuotes("a\nb\"c")).isEqualTo("\"a b'c\"");
    assertThat(Untrusted.inQuotes("x".repeat(300))).hasSizeLessThanOrEqualTo(102);
  }
}
