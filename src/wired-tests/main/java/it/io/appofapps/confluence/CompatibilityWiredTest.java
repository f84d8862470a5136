package it.io.appofapps.confluence;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.plugins.osgi.test.AtlassianPluginsTestRunner;
import io.appofapps.confluence.diagnostics.CompatibilityCheck;
import io.appofapps.confluence.diagnostics.CompatibilityReport;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;

/** The product has every type and member of its API that the app uses. */
@RunWith(AtlassianPluginsTestRunner.class)
public class CompatibilityWiredTest {

  private final CompatibilityCheck compatibilityCheck;

  @Inject
  public CompatibilityWiredTest(@ComponentImport CompatibilityCheck compatibilityCheck) {
    this.compatibilityCheck = compatibilityCheck;
  }

  @Test
  public void nothingThatTheAppUsesIsMissing() {
    CompatibilityReport report = compatibilityCheck.check();
    assertEquals(List.of(), report.missing());
    assertTrue(report.checked() > 10);
  }
}
