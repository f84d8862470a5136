package io.appofapps.confluence.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.ApplicationSet;
import io.appofapps.confluence.application.HealthStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationSetDecoderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spec: {}                                                                    | UNKNOWN     | ''",
        "status: {health: {status: Degraded, message: m}}                            | DEGRADED    | m",
        "status: {health: {status: Superb}}                                          | UNKNOWN     | ''",
        "status: {conditions: [{type: ErrorOccurred, status: \"True\", message: m}, {type: ResourcesUpToDate, status: \"True\"}]} | DEGRADED | m",
        "status: {conditions: [{type: ErrorOccurred, status: \"False\"}, {type: RolloutProgressing, status: \"True\", message: m}]} | PROGRESSING | m",
        "status: {conditions: [{type: ErrorOccurred, status: \"False\"}, {type: ResourcesUpToDate, status: \"True\", message: m}]} | HEALTHY | m",
        "status: {conditions: [{type: ResourcesUpToDate, status: \"False\"}]}          | UNKNOWN     | ''",
        "status: [1]                                                                 | UNKNOWN     | ''",
        "status: {conditions: {a: b}}                                                | UNKNOWN     | ''"
      })
  void healthIsArgoCdsOwnOrItsRuleOverTheConditions(
      String rest, HealthStatus health, String message) {
    ApplicationSet set =
        ApplicationSetDecoder.decode("c", Resources.parse("ApplicationSet", "set", rest));

    assertThat(set.health()).isEqualTo(health);
    assertThat(set.message()).isEqualTo(message);
    assertThat(set.key().name()).isEqualTo("set");
  }
}
