package io.appofapps.confluence.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsFileTest {

  @TempDir Path home;

  @Test
  void withoutAFileNothingIsConfigured() {
    assertThat(SettingsFile.read(home)).isEqualTo(new Settings.Absent());
  }

  @Test
  void defaultsNeedNothingButAKubeconfig() throws Exception {
    assertThat(read("kubeconfig=k"))
        .isEqualTo(
            new Settings.Usable(
                new ConnectionSettings(
                    "default", home.resolve("k"), Optional.empty(), List.of(), Optional.empty())));
  }

  @Test
  void everythingCanBeSaid() throws Exception {
    Settings settings =
        read(
            "connection=eu-1\nkubeconfig=/etc/k\ncontext=c\nnamespaces= a , b,,a\n"
                + "argocd.url=https://argocd.example.com/x");

    assertThat(settings)
        .isEqualTo(
            new Settings.Usable(
                new ConnectionSettings(
                    "eu-1",
                    Path.of("/etc/k"),
                    Optional.of("c"),
                    List.of("a", "b"),
                    Optional.of(URI.create("https://argocd.example.com/x")))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "context=c                                   | \"kubeconfig\" is missing",
        "connection=A B\\nkubeconfig=k               | \"connection\"",
        "kubeconfig=k\\nnamespaces=a/b               | \"namespaces\"",
        "kubeconfig=k\\nargocd.url=javascript:x      | \"argocd.url\"",
        "kubeconfig=k\\nargocd.url=//argocd          | \"argocd.url\"",
        "kubeconfig=\\\\u12                          | cannot be read"
      })
  void whatCannotBeUsedIsNamed(String text, String problem) throws Exception {
    assertThat(read(text.replace("\\n", "\n").replace("\\\\", "\\")))
        .isInstanceOfSatisfying(
            Settings.Unusable.class, unusable -> assertThat(unusable.problem()).contains(problem));
  }

  private Settings read(String text) throws Exception {
    Files.writeString(home.resolve("app-of-apps.properties"), text);
    return SettingsFile.read(home);
  }
}
