package io.appofapps.confluence.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManifestIT {

  private final FinishedJar jar = new FinishedJar();
  private final Map<String, String> headers = jar.headers();

  @Test
  void thePluginKeyIsTheSymbolicName() {
    assertThat(headers)
        .containsEntry("Atlassian-Plugin-Key", System.getProperty("app.key"))
        .containsEntry("Bundle-SymbolicName", System.getProperty("app.key"))
        .containsEntry("Bundle-ManifestVersion", "2")
        .containsEntry("Spring-Context", "*")
        .containsKeys("Bundle-Name", "Bundle-Vendor", "Bundle-Description");
  }

  @Test
  void theVersionIsOneThatOsgiReads() {
    assertThat(headers.get("Bundle-Version"))
        .matches("\\d+\\.\\d+\\.\\d+(\\.[A-Za-z0-9_-]+)?")
        .doesNotStartWith("0.0.0")
        .startsWith(System.getProperty("app.version").replace("-SNAPSHOT", ""));
  }

  @Test
  void theBuildDateHasTheFormOfAtlassiansBuild() {
    assertThat(headers.get("Atlassian-Build-Date"))
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[+-]\\d{4}");
  }

  @Test
  void nothingIsRequiredOfTheFramework() {
    assertThat(headers)
        .doesNotContainKeys(
            "Require-Capability",
            "Require-Bundle",
            "Bundle-RequiredExecutionEnvironment",
            "DynamicImport-Package",
            "Bundle-Activator",
            "Bnd-LastModified");
  }

  @Test
  void everyImportIsOptionalAndTakesAnyVersion() {
    assertThat(jar.clauses("Import-Package"))
        .isNotEmpty()
        .allSatisfy(
            (name, attributes) ->
                assertThat(attributes)
                    .containsExactlyInAnyOrder("version=0", "resolution:=optional"));
  }

  @Test
  void onlyPackagesThatTheProductExportsAreImported() {
    assertThat(jar.clauses("Import-Package").keySet())
        .contains("com.atlassian.plugin.osgi.bridge.external")
        .allMatch(
            name ->
                List.of(
                        "com.atlassian.",
                        "jakarta.",
                        "net.java.ao",
                        "org.eclipse.gemini.blueprint",
                        "org.osgi.framework",
                        "org.slf4j",
                        "org.springframework.",
                        "org.w3c.dom",
                        "org.xml.sax",
                        "org.ietf.jgss",
                        "javax.management",
                        "javax.net",
                        "javax.crypto",
                        "javax.security.",
                        "javax.xml.")
                    .stream()
                    .anyMatch(name::startsWith));
  }

  @Test
  void theAppsOwnJacksonIsNotMixedWithTheProducts() {
    assertThat(jar.clauses("Import-Package").keySet())
        .noneMatch(name -> name.startsWith("com.fasterxml."))
        .noneMatch(name -> name.startsWith("javax.servlet"))
        .noneMatch(name -> name.startsWith("javax.ws.rs"))
        .noneMatch(name -> name.startsWith("javax.inject"));
  }

  @Test
  void everyPackageOfAnImportedServiceIsImported() {
    assertThat(jar.index("imports"))
        .isNotEmpty()
        .allSatisfy(
            line -> {
              String type = line.split("#")[0];
              assertThat(jar.clauses("Import-Package"))
                  .containsKey(type.substring(0, type.lastIndexOf('.')));
            });
  }

  @Test
  void onlyTheDiagnosticsOfTheWiredTestsAreExported() {
    assertThat(jar.clauses("Export-Package").keySet())
        .containsExactly("io.appofapps.confluence.diagnostics");
  }

  @Test
  void theBundleClassPathNamesEveryNestedLibraryAndNoOther() {
    assertThat(jar.clauses("Bundle-ClassPath").keySet()).first().isEqualTo(".");
    assertThat(jar.clauses("Bundle-ClassPath").keySet().stream().skip(1))
        .containsExactlyInAnyOrderElementsOf(jar.libraries());
  }
}
