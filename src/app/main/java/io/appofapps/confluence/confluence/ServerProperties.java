package io.appofapps.confluence.confluence;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.ApplicationProperties;
import io.appofapps.confluence.configuration.ServerRules;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code app-of-apps.properties} in the shared home: what only somebody with access to the server
 * may allow. Without the file, and when it cannot be read, nothing is allowed.
 */
@Named
public class ServerProperties implements ServerRules {

  private static final Logger LOG = LoggerFactory.getLogger(ServerProperties.class);
  private static final String FILE = "app-of-apps.properties";

  private final ApplicationProperties application;

  @Inject
  public ServerProperties(@ComponentImport ApplicationProperties application) {
    this.application = application;
  }

  @Override
  public boolean allowsExec() {
    return isTrue("allow.exec");
  }

  @Override
  public boolean allowsFiles() {
    return isTrue("allow.files");
  }

  @Override
  public boolean allowsInsecureTls() {
    return isTrue("allow.insecure-tls");
  }

  private boolean isTrue(String key) {
    Optional<Path> home =
        application.getSharedHomeDirectory().or(application::getLocalHomeDirectory);
    return home.isPresent()
        && "true".equals(read(home.get().resolve(FILE)).getProperty(key, "").strip());
  }

  private static Properties read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (NoSuchFileException e) {
      LOG.debug("No {}: nothing beyond the app is allowed", FILE);
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("{} cannot be read, so nothing beyond the app is allowed", FILE, e);
      return new Properties();
    }
    return properties;
  }
}
