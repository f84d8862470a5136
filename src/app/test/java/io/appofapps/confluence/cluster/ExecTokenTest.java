package io.appofapps.confluence.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ExecConfig;
import io.fabric8.kubernetes.api.model.ExecConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class ExecTokenTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @TempDir Path folder;

  @Test
  void theProgramRunsAgainOnlyWhenItsTokenIsAboutToExpire() throws IOException {
    counting("2026-11-23T13:00:00Z");
    assertThat(tokenAt(NOW).current()).contains("t1");
    ExecToken token = tokenAt(NOW);
    assertThat(token.current()).contains("t2");
    assertThat(token.current()).contains("t2");

    counting("2026-11-23T12:00:30Z");
    ExecToken brief = tokenAt(NOW);
    assertThat(brief.current()).contains("t1");
    assertThat(brief.current()).contains("t2");
  }

  @Test
  void aRefusedTokenMakesItRunAgain() throws IOException {
    counting("2026-11-23T13:00:00Z");
    ExecToken token = tokenAt(NOW);
    token.current();

    assertThat(token.refused("t1")).contains("t2");
  }

  @Test
  void theProgramGetsItsArgumentsAndTheProtocolsVersion() throws IOException {
    script(
        """
        case "$KUBERNETES_EXEC_INFO" in *client.authentication.k8s.io/v1*) ;; *) exit 1;; esac
        echo "{\\"status\\": {\\"token\\": \\"$1-$AOA_TEST\\"}}"
        """);

    assertThat(tokenAt(NOW).current()).contains("argument-variable");
  }

  @Test
  void failuresAreSaidWithoutWhatTheProgramPrinted() throws IOException {
    script("echo secret-words; exit 3");
    assertThatThrownBy(tokenAt(NOW)::current)
        .isInstanceOf(BearerTokens.NoTokenException.class)
        .hasMessageContaining("failed")
        .hasMessageNotContaining("secret");

    script("echo secret-words");
    assertThatThrownBy(tokenAt(NOW)::current)
        .isInstanceOf(BearerTokens.NoTokenException.class)
        .hasMessageContaining("ExecCredential")
        .hasMessageNotContaining("secret");

    Files.delete(folder.resolve("plugin"));
    assertThatThrownBy(tokenAt(NOW)::current).hasMessageContaining("cannot be started");
  }

  @Test
  void aProgramThatHangsIsEnded() throws IOException {
    script("echo $$ > \"" + folder.resolve("pid") + "\"; sleep 600");
    assertThatThrownBy(tokenAt(NOW)::current).hasMessageContaining("did not end within");

    long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
    // a killed process is gone once its parent has collected it
    ProcessHandle.of(pid)
        .ifPresent(process -> assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(10)));
  }

  private void counting(String expires) throws IOException {
    Files.deleteIfExists(folder.resolve("count"));
    script(
        """
        echo x >> "%1$s"
        echo "{\\"status\\": {\\"token\\": \\"t$(wc -l < "%1$s" | tr -d ' ')\\", \
        \\"expirationTimestamp\\": \\"%2$s\\"}}"
        """
            .formatted(folder.resolve("count"), expires));
  }

  private void script(String body) throws IOException {
    Path file = Files.writeString(folder.resolve("plugin"), "#!/bin/sh\n" + body);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private ExecToken tokenAt(Instant now) {
    ExecConfig config =
        new ExecConfigBuilder()
            .withApiVersion("client.authentication.k8s.io/v1")
            .withCommand(folder.resolve("plugin").toString())
            .withArgs("argument")
            .addNewEnv("AOA_TEST", "variable")
            .build();
    return new ExecToken(config, ClientFactory.serialization(), Clock.fixed(now, ZoneOffset.UTC));
  }
}
