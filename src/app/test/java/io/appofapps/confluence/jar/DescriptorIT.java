package io.appofapps.confluence.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class DescriptorIT {

  private final FinishedJar jar = new FinishedJar();
  private Element descriptor;

  @BeforeEach
  void parse() throws Exception {
    descriptor = root("atlassian-plugin.xml");
  }

  @Test
  void theDescriptorIsFilteredAndHasTheBundlesKey() {
    assertThat(jar.text("atlassian-plugin.xml")).doesNotContain("${");
    assertThat(descriptor.getAttribute("key")).isEqualTo(System.getProperty("app.key"));
    assertThat(descriptor.getAttribute("plugins-version")).isEqualTo("2");
    assertThat(descriptor.getElementsByTagName("version").item(0).getTextContent())
        .isEqualTo(System.getProperty("app.version"));
  }

  @Test
  void elementsThatATransformerlessPluginMayNotUseAreAbsent() {
    for (String ignored : List.of("component", "component-import", "bundle-instructions")) {
      assertThat(descriptor.getElementsByTagName(ignored).getLength()).as(ignored).isZero();
    }
  }

  @Test
  void moduleKeysAreUnique() {
    List<String> keys = new ArrayList<>();
    NodeList children = descriptor.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      if (children.item(i) instanceof Element module && module.hasAttribute("key")) {
        keys.add(module.getAttribute("key"));
      }
    }
    assertThat(keys).doesNotHaveDuplicates();
  }

  @Test
  void everyClassOfTheDescriptorIsOurOwn() {
    NodeList all = descriptor.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      String name = ((Element) all.item(i)).getAttribute("class");
      assertThat(name.isEmpty() || jar.hasClass(name)).as(name).isTrue();
    }
  }

  @Test
  void everyPackageOfRestResourcesHasResources() {
    NodeList packages = descriptor.getElementsByTagName("package");
    for (int i = 0; i < packages.getLength(); i++) {
      String folder = packages.item(i).getTextContent().strip().replace('.', '/') + "/";
      assertThat(jar.files().keySet()).anyMatch(n -> n.startsWith(folder) && n.endsWith(".class"));
    }
  }

  @Test
  void everyResourceOfTheDescriptorExists() {
    NodeList resources = descriptor.getElementsByTagName("resource");
    for (int i = 0; i < resources.getLength(); i++) {
      Element resource = (Element) resources.item(i);
      String location = resource.getAttribute("location").replaceFirst("^/", "");
      String file =
          resource.getAttribute("type").equals("i18n") ? location + ".properties" : location;
      assertThat(jar.files().keySet()).as(file).anyMatch(name -> name.startsWith(file));
    }
  }

  @Test
  void theSpringContextAsksForTheScannersIndex() throws Exception {
    Element beans = root("META-INF/spring/plugin-context.xml");
    assertThat(
            beans
                .getElementsByTagNameNS(
                    "http://www.atlassian.com/schema/atlassian-scanner/2", "scan-indexes")
                .getLength())
        .isEqualTo(1);
  }

  @Test
  void everyClassOfTheIndexIsInTheJar() {
    assertThat(jar.index("component")).isNotEmpty();
    for (String file : List.of("component", "primary-component", "exports")) {
      assertThat(jar.index(file))
          .as(file)
          .isSorted()
          .allSatisfy(line -> assertThat(jar.hasClass(line.split("#")[0])).as(line).isTrue());
    }
    assertThat(jar.index("imports")).doesNotHaveDuplicates().noneMatch(String::isBlank);
  }

  private Element root(String file) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(jar.files().get(file)))
        .getDocumentElement();
  }
}
