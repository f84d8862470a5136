package io.appofapps.confluence.confluence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.appofapps.confluence.administration.Deed;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditLogTest {

  @Test
  void withoutAnAuditLogNothingFails() {
    Deed deed = new Deed(Deed.Kind.KEY_ROTATED, "", List.of(), 1, 1);
    assertThatCode(() -> new AuditLog().record(deed)).doesNotThrowAnyException();
  }

  @Test
  void theBeanCanBeLookedThroughWhereTheAuditTypesAreMissing() {
    Stream<Class<?>> types =
        Arrays.stream(AuditLog.class.getDeclaredMethods())
            .flatMap(
                (Method method) ->
                    Stream.concat(
                        Stream.of(method.getReturnType()),
                        Arrays.stream(method.getParameterTypes())));
    assertThat(types.map(Class::getName)).noneMatch(name -> name.startsWith("com.atlassian.audit"));
  }

  @ParameterizedTest
  @EnumSource
  void everyDeedHasAText(Deed.Kind kind) throws IOException {
    Properties texts = new Properties();
    try (InputStream in =
        getClass().getResourceAsStream("/io/appofapps/confluence/i18n.properties")) {
      texts.load(in);
    }
    assertThat(texts).containsKey("aoa.audit.deed." + kind.word());
    assertThat(kind.objectType())
        .isIn(
            "connection",
            "set",
            "rules",
            "metadata",
            "repositories",
            "promotion",
            "copilot",
            "hooks",
            "settings",
            "configuration",
            "key");
  }
}
