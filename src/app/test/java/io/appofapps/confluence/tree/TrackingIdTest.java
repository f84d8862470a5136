package io.appofapps.confluence.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingIdTest {

  @ParameterizedTest
  @CsvSource({
    "root:argoproj.io/Application:argocd/a, root, argoproj.io, Application, argocd, a",
    "ns_root:argoproj.io/Application:team/a, ns_root, argoproj.io, Application, team, a",
    "web:/Service:ns/name, web, '', Service, ns, name",
    "web:rbac/Role:ns/system:admin, web, rbac, Role, ns, system:admin"
  })
  void readsTheThreeParts(
      String text, String instance, String group, String kind, String namespace, String name) {
    assertThat(TrackingId.parse(text))
        .contains(new TrackingId(instance, group, kind, namespace, name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "root",
        "root:argoproj.io/Application",
        ":argoproj.io/Application:argocd/a",
        "root:Application:argocd/a",
        "root:argoproj.io/v1/Application:argocd/a",
        "root:argoproj.io/Application:a",
        "root:argoproj.io/Application:argocd/a/b"
      })
  void anythingElseIsNoId(String text) {
    assertThat(TrackingId.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "root:argoproj.io/Application:argocd/a, true",
    "root:argoproj.io/Application:argocd/b, false",
    "root:argoproj.io/Application:team/a, false",
    "root:argoproj.io/ApplicationSet:argocd/a, false",
    "root:apps/Application:argocd/a, false"
  })
  void countsOnlyOnTheObjectItWasWrittenFor(String text, boolean expected) {
    assertThat(TrackingId.parse(text).orElseThrow().isOf(Forests.id("a"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_root", "ns_", "a_b_c", "_"})
  void notEveryTextIsAnInstanceName(String text) {
    assertThat(InstanceName.parse(text)).isEmpty();
  }

  @Test
  void aLabelEndsInALetterOrDigitAfterTheCut() {
    String text = "x".repeat(60) + "-._" + "y".repeat(5);

    assertThat(InstanceName.asLabel(text)).isEqualTo("x".repeat(60));
    assertThat(InstanceName.asLabel("y".repeat(70))).isEqualTo("y".repeat(63));
    assertThat(InstanceName.asLabel("short")).isEqualTo("short");
  }
}
