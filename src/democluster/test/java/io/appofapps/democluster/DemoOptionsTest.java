package io.appofapps.democluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DemoOptionsTest {

  private static final String POSTGRES = "jdbc:postgresql://127.0.0.1:5432/aoa";

  private static DemoOptions options(String... namesAndValues) {
    Properties properties = new Properties();
    properties.setProperty("aoa.host.classes", "classes");
    properties.setProperty("aoa.host.classpath", "host.classpath");
    properties.setProperty("aoa.host.jars", "app.jar");
    properties.setProperty("aoa.home", "/home");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      properties.setProperty(namesAndValues[i], namesAndValues[i + 1]);
    }
    return DemoOptions.of(properties);
  }

  @Test
  void oneHostIsAlone() {
    assertThat(options().nodes()).isEqualTo(1);
    assertThat(options().hostProperties(0))
        .containsEntry("host.port", "1990")
        .containsEntry("host.home", Path.of("/home").toString())
        .doesNotContainKeys("host.node", "host.sharedHome");
  }

  @Test
  void nodesShareDatabaseAndSharedHomeAndHaveAPortAndAHomeEach() {
    DemoOptions two = options("aoa.nodes", "2", "aoa.db.url", POSTGRES, "aoa.port", "2000");
    assertThat(two.hostProperties(1))
        .containsEntry("host.port", "2001")
        .containsEntry("host.node", "node-2")
        .containsEntry("host.home", Path.of("/home/node-2").toString())
        .containsEntry("host.sharedHome", Path.of("/home/shared-home").toString())
        .containsEntry("host.db.url", POSTGRES);
  }

  @Test
  void severalNodesNeedPostgres() {
    assertThatThrownBy(() -> options("aoa.nodes", "2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-Daoa.db.url=jdbc:postgresql://");
    assertThatThrownBy(() -> options("aoa.nodes", "2", "aoa.db.url", "jdbc:h2:mem:x"))
        .hasMessageContaining("start PostgreSQL");
  }

  @Test
  void readableNumbersAreRequired() {
    for (String nodes : List.of("x", "0", "-1", "9")) {
      assertThatThrownBy(() -> options("aoa.nodes", nodes, "aoa.db.url", POSTGRES))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("aoa.nodes");
    }
    assertThatThrownBy(() -> options("aoa.port", "65536")).hasMessageContaining("aoa.port");
  }
}
