package io.appofapps.confluence.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.AppProject;
import io.appofapps.confluence.application.SyncWindow;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AppProjectDecoderTest {

  private static AppProject project(String spec) {
    return AppProjectDecoder.decode("c", Resources.parse("AppProject", "shop", spec));
  }

  @Test
  void syncWindowsAreReadWhole() {
    AppProject project =
        project(
            """
            spec:
              syncWindows:
                - kind: allow
                  schedule: '10 1 * * *'
                  duration: 1h
                  applications: ['*-prod']
                  manualSync: true
                - kind: deny
                  schedule: '0 22 * * *'
                  duration: 1h30m
                  timeZone: Europe/Berlin
                  namespaces: [default]
                  clusters: [in-cluster, cluster1]
                  andOperator: true
                  description: CHG-1
                  syncOverrun: true
            """);
    assertThat(project.syncWindows())
        .contains(
            List.of(
                new SyncWindow(
                    "allow",
                    "10 1 * * *",
                    "1h",
                    "",
                    List.of("*-prod"),
                    List.of(),
                    List.of(),
                    true,
                    false,
                    ""),
                new SyncWindow(
                    "deny",
                    "0 22 * * *",
                    "1h30m",
                    "Europe/Berlin",
                    List.of(),
                    List.of("default"),
                    List.of("in-cluster", "cluster1"),
                    false,
                    true,
                    "CHG-1")));
    assertThat(project("spec: {description: all}").syncWindows()).contains(List.of());
  }

  @Test
  void syncWindowsThatCannotBeReadWholeAreNotKnownAtAll() {
    assertThat(project("spec: {syncWindows: [{kind: deny, manualSync: maybe}]}").syncWindows())
        .isEmpty();
    assertThat(project("spec: {syncWindows: {kind: deny}}").syncWindows()).isEmpty();
    String many =
        IntStream.range(0, Fields.MAX_ITEMS + 1)
            .mapToObj(i -> "{kind: allow}")
            .collect(Collectors.joining(","));
    assertThat(project("spec: {syncWindows: [" + many + "]}").syncWindows()).isEmpty();
  }
}
