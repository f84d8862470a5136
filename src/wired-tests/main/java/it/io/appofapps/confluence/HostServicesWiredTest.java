package it.io.appofapps.confluence;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.plugins.osgi.test.AtlassianPluginsTestRunner;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.user.UserManager;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Test;
import org.junit.runner.RunWith;

/** The services that the app imports are those of the running product. */
@RunWith(AtlassianPluginsTestRunner.class)
public class HostServicesWiredTest {

  private final ApplicationProperties applicationProperties;
  private final UserManager userManager;
  private final I18nResolver i18nResolver;

  @Inject
  public HostServicesWiredTest(
      @ComponentImport ApplicationProperties applicationProperties,
      @ComponentImport UserManager userManager,
      @ComponentImport I18nResolver i18nResolver) {
    this.applicationProperties = applicationProperties;
    this.userManager = userManager;
    this.i18nResolver = i18nResolver;
  }

  @Test
  public void theBaseUrlIsAbsolute() {
    assertTrue(applicationProperties.getBaseUrl(UrlMode.CANONICAL).startsWith("http"));
    assertFalse(applicationProperties.getVersion().isEmpty());
  }

  @Test
  public void theSharedHomeIsAFolder() {
    Path sharedHome = applicationProperties.getSharedHomeDirectory().orElseThrow();
    assertTrue(Files.isDirectory(sharedHome));
  }

  @Test
  public void theRunnersRequestIsAnonymous() {
    assertNull(userManager.getRemoteUserKey());
  }

  @Test
  public void theTextsOfTheAppAreKnown() {
    assertEquals(
        "App of Apps for Confluence", i18nResolver.getText("io.appofapps.confluence.name"));
  }
}
