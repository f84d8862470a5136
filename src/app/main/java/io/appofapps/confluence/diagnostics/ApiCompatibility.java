package io.appofapps.confluence.diagnostics;

import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.ApplicationProperties;
import io.appofapps.confluence.diagnostics.CompatibilityReport.Missing;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares the list of every Atlassian type and member the app uses, which the build writes into
 * the jar, with the classes of the Confluence that runs it. The app is compiled against
 * declarations and not against Atlassian's artifacts: this is its proof in a real Confluence.
 * Published as a service for the wired tests.
 */
@Named
@ExportAsService(CompatibilityCheck.class)
public class ApiCompatibility implements CompatibilityCheck {

  private final ApplicationProperties applicationProperties;

  @Inject
  public ApiCompatibility(@ComponentImport ApplicationProperties applicationProperties) {
    this.applicationProperties = applicationProperties;
  }

  @Override
  public CompatibilityReport check() {
    HostApi host = new HostApi(getClass().getClassLoader());
    List<ApiUse> uses = ApiUsageList.shipped();
    List<Missing> missing = new ArrayList<>();
    for (ApiUse use : uses) {
      host.problem(use).ifPresent(reason -> missing.add(new Missing(use.toString(), reason)));
    }
    return new CompatibilityReport(applicationProperties.getVersion(), uses.size(), missing);
  }
}
