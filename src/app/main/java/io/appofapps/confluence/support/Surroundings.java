package io.appofapps.confluence.support;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.ApplicationProperties;
import io.appofapps.confluence.diagnostics.AppVersion;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the app runs in: versions of Confluence, Java and the operating system. */
@Named
public class Surroundings {

  private static final int MEBIBYTE = 1 << 20;

  private final ApplicationProperties confluence;

  @Inject
  public Surroundings(@ComponentImport ApplicationProperties confluence) {
    this.confluence = confluence;
  }

  /** {@code {"app", "confluence", "java", "vm", "os", "processors", "memoryMiB"}}. */
  public Map<String, Object> now() {
    Runtime runtime = Runtime.getRuntime();
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("app", AppVersion.get());
    found.put("confluence", confluence.getVersion());
    found.put("java", Runtime.version().toString());
    found.put(
        "vm", System.getProperty("java.vm.vendor") + " " + System.getProperty("java.vm.name"));
    found.put(
        "os",
        "%s %s (%s)"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")));
    found.put("processors", runtime.availableProcessors());
    found.put("memoryMiB", runtime.maxMemory() / MEBIBYTE);
    return found;
  }
}
