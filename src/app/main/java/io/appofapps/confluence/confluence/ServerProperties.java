package io.appofapps.confluence.confluence;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.ApplicationProperties;
import io.appofapps.confluence.configuration.ScrapeRule;
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
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code app-of-apps.properties} in the shared home: what only somebody with access to the server
 * may allow. Without the file nothing beyond the app is allowed; when it cannot be read, nothing.
 */
@Named
public class ServerProperties implements ServerRules, ScrapeRule {

  private static final Logger LOG = LoggerFactory.getLogger(ServerProperties.class);
  private static final String FILE = "app-of-apps.properties";
  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

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

  @Override
  public boolean allowsAdminTokens() {
    return is("admin.tokens", "true");
  }

  @Override
  public Optional<String> tokenSha256() {
    return properties()
        .map(properties -> properties.getProperty("metrics.token-sha256", "").strip())
        .filter(hash -> SHA256.matcher(hash).matches());
  }

  private boolean isTrue(String key) {
    return is(key, "false");
  }

  /** Whether the file says {@code true}; a file that cannot be read allows nothing. */
  private boolean is(String key, String otherwise) {
    return properties()
        .filter(properties -> properties.getProperty(key, otherwise).strip().equals("true"))
        .isPresent();
  }

  private Optional<Properties> properties() {
    return application
        .getSharedHomeDirectory()
        .or(application::getLocalHomeDirectory)
        .flatMap(home -> read(home.resolve(FILE)));
  }

  private static Optional<Properties> read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (NoSuchFileException e) {
      LOG.debug("No {}: nothing beyond the app is allowed", FILE);
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("{} cannot be read, so it allows nothing", FILE, e);
      return Optional.empty();
    }
    return Optional.of(properties);
  }
}
