package io.appofapps.confluence.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogEventTest {

  @Test
  void theNameComesFirstAndTheIdsInOrder() {
    assertThat(LogEvent.of("leader.taken").with("connection", "prod").with("node", 2))
        .hasToString("event=leader.taken connection=prod node=2");
  }

  @Test
  void wordsAreQuotedAndNothingBreaksTheLine() {
    assertThat(LogEvent.of("x").with("reason", "a \"b\"\n event=y\u2028c\\"))
        .hasToString("event=x reason=\"a \\\"b\\\"  event=y c\\\\\"");
  }

  @Test
  void emptyValuesAreLeftOut() {
    assertThat(LogEvent.of("x").with("reason", "")).hasToString("event=x");
  }
}
