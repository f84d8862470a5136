package io.appofapps.build.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import com.atlassian.sal.api.user.UserManager;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScannerIndexTest {

  private static final String OUTER = ScannerIndexTest.class.getName();

  @TempDir private Path classes;

  @Test
  void aNamedClassIsAComponentUnderItsBinaryName() {
    assertThat(index(Plain.class).lines("component")).containsExactly(OUTER + "$Plain");
  }

  @Test
  void theBeanNameFollowsTheClassName() {
    assertThat(index(Renamed.class).lines("component")).containsExactly(OUTER + "$Renamed#other");
  }

  @Test
  void constructorParametersAndFieldsAreImportedByTheirDeclaredType() {
    assertThat(index(Importing.class).lines("imports"))
        .containsExactly(
            "com.atlassian.sal.api.ApplicationProperties#properties",
            "com.atlassian.sal.api.user.UserManager",
            "java.util.Map$Entry");
  }

  @Test
  void importsOfAnInnerClassSkipTheHiddenOuterInstance() {
    assertThat(index(Inner.class).lines("imports"))
        .containsExactly("com.atlassian.sal.api.user.UserManager");
  }

  @Test
  void importsOfAClassThatIsNoComponentAreWrittenToo() {
    ScannerIndex index = index(NoComponent.class);
    assertThat(index.lines("component")).isEmpty();
    assertThat(index.lines("imports")).containsExactly("com.atlassian.sal.api.user.UserManager");
  }

  @Test
  void exportsNameTheirInterfacesOrNone() {
    assertThat(index(Exporting.class, ExportingAll.class).lines("exports"))
        .containsExactly(
            OUTER + "$Exporting#com.atlassian.sal.api.lifecycle.LifecycleAware,java.lang.Runnable",
            OUTER + "$ExportingAll");
  }

  @Test
  void linesAreSortedAndEndWithOneNewLine() throws IOException {
    index(Renamed.class, Plain.class).writeTo(classes);
    assertThat(classes.resolve("META-INF/plugin-components/component"))
        .hasContent(OUTER + "$Plain\n" + OUTER + "$Renamed#other\n");
  }

  @Test
  void aFileLeftByAnEarlierBuildIsRemovedWhenNothingBelongsIntoIt() throws IOException {
    Path exports = classes.resolve("META-INF/plugin-components/exports");
    Files.createDirectories(exports.getParent());
    Files.writeString(exports, "a.Gone\n");
    index(Plain.class).writeTo(classes);
    assertThat(exports).doesNotExist();
  }

  @Test
  void anExportWithoutAComponentIsRefused() {
    assertThatThrownBy(() -> index(Stray.class))
        .isInstanceOf(ScannerIndexException.class)
        .hasMessageContaining(OUTER + "$Stray");
  }

  @Test
  void anAbstractComponentIsRefused() {
    assertThatThrownBy(() -> index(Abstract.class)).isInstanceOf(ScannerIndexException.class);
  }

  @Test
  void anImportOnAnOrdinaryMethodIsRefused() {
    assertThatThrownBy(() -> index(OnMethod.class))
        .isInstanceOf(ScannerIndexException.class)
        .hasMessageContaining("setUsers");
  }

  private ScannerIndex index(Class<?>... types) {
    try {
      for (Class<?> type : types) {
        String file = type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
          Path target = classes.resolve(file);
          Files.createDirectories(target.getParent());
          Files.copy(in, target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ScannerIndex.of(classes);
  }

  @Named
  private static final class Plain {}

  @Named("other")
  private static final class Renamed {}

  @Named
  private static final class Importing {
    @ComponentImport private Map.Entry<String, String> entry;

    @Inject
    Importing(
        String own,
        @ComponentImport UserManager users,
        @ComponentImport("properties") ApplicationProperties properties) {}
  }

  @Named
  private final class Inner {
    @Inject
    Inner(@ComponentImport UserManager users) {}
  }

  private static final class NoComponent {
    @Inject
    NoComponent(@ComponentImport UserManager users) {}
  }

  @Named
  @ExportAsService({LifecycleAware.class, Runnable.class})
  private static final class Exporting {}

  @Named
  @ExportAsService
  private static final class ExportingAll {}

  @ExportAsService
  private static final class Stray {}

  @Named
  private abstract static class Abstract {}

  @Named
  private static final class OnMethod {
    void setUsers(@ComponentImport UserManager users) {}
  }
}
