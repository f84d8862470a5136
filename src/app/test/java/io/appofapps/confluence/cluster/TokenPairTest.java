package io.appofapps.confluence.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenPairTest {

  @Test
  void theOtherTokenIsTriedAtOnceAndRemembered() {
    TokenPair pair = new TokenPair(List.of("old", "new"));

    assertThat(pair.current()).contains("old");
    assertThat(pair.refused("old")).contains("new");
    assertThat(pair.current()).contains("new");
    assertThat(pair.notices()).singleElement().asString().contains("first token").contains("401");
  }

  @Test
  void aLateRefusalOfTheOldTokenDoesNotSwitchBack() {
    TokenPair pair = new TokenPair(List.of("old", "new"));
    pair.refused("old");

    assertThat(pair.refused("old")).contains("new");
    assertThat(pair.current()).contains("new");
  }

  @Test
  void aSingleTokenHasNoOther() {
    assertThat(new TokenPair(List.of("only")).refused("only")).isEmpty();
  }

  @Test
  void theWorkingTokenStaysInUseWhenTheRefusedOneIsReplaced() {
    TokenPair pair = new TokenPair(List.of("expired", "working"));
    pair.refused("expired");
    pair.replace(List.of("fresh", "working"));

    assertThat(pair.current()).contains("working");
    assertThat(pair.notices()).isEmpty();
    assertThat(pair.refused("working")).contains("fresh");
  }
}
