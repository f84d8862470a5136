package io.appofapps.confluence.confluence;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.sal.api.ApplicationProperties;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerPropertiesTest {

  @TempDir Path home;

  private ServerProperties rules(Optional<Path> shared) {
    return new ServerProperties(
        (ApplicationProperties)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ApplicationProperties.class},
                (proxy, method, arguments) ->
                    method.getName().equals("getSharedHomeDirectory") ? shared : Optional.empty()));
  }

  private ServerProperties file(String text) throws IOException {
    Files.writeString(home.resolve("app-of-apps.properties"), text);
    return rules(Optional.of(home));
  }

  private static String allowed(ServerProperties rules) {
    return rules.allowsExec()
        + " "
        + rules.allowsFiles()
        + " "
        + rules.allowsInsecureTls()
        + " "
        + rules.allowsAdminTokens();
  }

  @Test
  void withoutTheFileOnlyAccessTokensAreAllowed() {
    assertThat(allowed(rules(Optional.of(home)))).isEqualTo("false false false true");
  }

  @Test
  void theFileAllowsWhatItNamesAndIsReadAnew() throws IOException {
    ServerProperties rules = file("allow.exec=true\nallow.files = yes\nadmin.tokens=false\n");
    assertThat(allowed(rules)).isEqualTo("true false false false");
    file("allow.insecure-tls = true\nadmin.tokens=off");
    assertThat(allowed(rules)).isEqualTo("false false true false");
  }

  @Test
  void aFileThatCannotBeReadAllowsNothing() throws IOException {
    assertThat(allowed(file("allow.exec=true\nbroken=\\u12"))).isEqualTo("false false false false");
    assertThat(allowed(rules(Optional.empty()))).isEqualTo("false false false false");
  }
}
