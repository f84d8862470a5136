package io.appofapps.confluence.jar;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.build.usage.ApiUsage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ApiUsageIT {

  private final FinishedJar jar = new FinishedJar();
  private final ApiUsage usage = ApiUsage.of(jar.ownClasses());

  @Test
  void theListInTheJarIsThatOfItsClasses() {
    assertThat(jar.text("io/appofapps/confluence/diagnostics/atlassian-api-usage.txt"))
        .isEqualTo(usage.toText());
  }

  @Test
  void theCommittedPageIsThatOfTheJar() {
    assertThat(Path.of(System.getProperty("api.usage.page")))
        .as("stale: run mvn -q -Papi-usage -pl src/app -am process-classes and commit the page")
        .hasContent(usage.toMarkdown());
  }
}
