package io.appofapps.confluence.allowance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowanceTest {

  private long now = -5;
  private final Allowance allowance = new Allowance(4, () -> now);

  private boolean ask(String person) {
    boolean may = allowance.begin(person, 60);
    if (may) {
      allowance.end(person);
    }
    return may;
  }

  @Test
  void aMinutesRequestsMayComeAtOnceAndThenOneByOne() {
    for (int i = 0; i < 60; i++) {
      assertThat(ask("ada")).as("request %d", i).isTrue();
    }
    assertThat(ask("ada")).isFalse();
    now += Duration.ofSeconds(1).toNanos();
    assertThat(ask("ada")).isTrue();
    assertThat(ask("ada")).isFalse();
  }

  @Test
  void othersAreNotHeldUp() {
    for (int i = 0; i < 61; i++) {
      ask("ada");
    }
    assertThat(ask("bob")).isTrue();
  }

  @Test
  void thoseOfLongAgoAreForgottenEvenWhileAnOlderOneIsStillAnswered() {
    assertThat(allowance.begin("slow", 60)).isTrue();
    for (int i = 0; i < 61; i++) {
      ask("ada");
    }
    assertThat(ask("ada")).isFalse();
    for (int i = 0; i < 20_000; i++) {
      ask("other " + i);
    }
    assertThat(ask("ada")).isTrue();
  }

  @Test
  void onlySoManyAreAnsweredAtTheSameTime() {
    for (int i = 0; i < 4; i++) {
      assertThat(allowance.begin("ada", 60)).isTrue();
    }
    assertThat(allowance.begin("ada", 60)).isFalse();
    allowance.end("ada");
    assertThat(allowance.begin("ada", 60)).isTrue();
  }
}
