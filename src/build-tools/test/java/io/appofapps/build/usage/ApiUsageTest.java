package io.appofapps.build.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.annotations.security.LicensedOnly;
import com.atlassian.confluence.macro.DefaultImagePlaceholder;
import com.atlassian.confluence.user.AuthenticatedUserThreadLocal;
import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import net.java.ao.Entity;
import net.java.ao.schema.Index;
import net.java.ao.schema.Indexes;
import org.junit.jupiter.api.Test;

class ApiUsageTest {

  private static final String OUTER = ApiUsageTest.class.getName();

  @Test
  void callsNameOwnerMemberAndDescriptor() {
    assertThat(lines(Caller.class))
        .contains(
            "type\tinterface\tcom.atlassian.sal.api.ApplicationProperties",
            "method\tinstance\tcom.atlassian.sal.api.ApplicationProperties\tgetBaseUrl"
                + "\t(Lcom/atlassian/sal/api/UrlMode;)Ljava/lang/String;",
            "field\tstatic\tcom.atlassian.sal.api.UrlMode\tRELATIVE"
                + "\tLcom/atlassian/sal/api/UrlMode;",
            "type\tclass\tcom.atlassian.confluence.user.AuthenticatedUserThreadLocal",
            "method\tstatic\tcom.atlassian.confluence.user.AuthenticatedUserThreadLocal\tget"
                + "\t()Lcom/atlassian/confluence/user/ConfluenceUser;");
  }

  @Test
  void methodReferencesCount() {
    assertThat(lines(MethodReference.class))
        .contains(
            "method\tinstance\tcom.atlassian.sal.api.ApplicationProperties\tgetDisplayName"
                + "\t()Ljava/lang/String;");
  }

  @Test
  void annotationsTheirElementsAndTheirClassValuesCount() {
    assertThat(lines(Annotated.class))
        .contains(
            "type\tannotation\tcom.atlassian.annotations.security.LicensedOnly",
            "method\tinstance"
                + "\tcom.atlassian.plugin.spring.scanner.annotation.export.ExportAsService\tvalue"
                + "\t()",
            "type\ttype\tcom.atlassian.sal.api.lifecycle.LifecycleAware");
  }

  @Test
  void elementsOfAnAnnotationInsideAnotherBelongToTheInnerOne() {
    assertThat(lines(Table.class))
        .contains(
            "type\tannotation\tnet.java.ao.schema.Index",
            "method\tinstance\tnet.java.ao.schema.Indexes\tvalue\t()",
            "method\tinstance\tnet.java.ao.schema.Index\tname\t()",
            "method\tinstance\tnet.java.ao.schema.Index\tmethodNames\t()")
        .doesNotContain("method\tinstance\tnet.java.ao.schema.Indexes\tname\t()");
  }

  @Test
  void typesThatOnlyStandInGenericsCount() {
    assertThat(lines(Generic.class)).contains("type\ttype\tcom.atlassian.sal.api.user.UserManager");
  }

  @Test
  void implementedTypesAreListedWithTheImplementation() {
    assertThat(lines(AbstractResolver.class, Resolver.class))
        .contains("inherits\t" + OUTER + "$Resolver\tcom.atlassian.sal.api.message.LocaleResolver");
  }

  @Test
  void aMemberCalledOnAnOwnClassIsLookedForInItsHostSupertype() {
    assertThat(lines(Placeholder.class, PlaceholderCaller.class))
        .contains(
            "method\tinstance\tcom.atlassian.confluence.macro.DefaultImagePlaceholder"
                + "\tgetUrl\t()Ljava/lang/String;");
  }

  @Test
  void nothingElseIsListed() {
    assertThat(lines(Caller.class)).noneMatch(line -> line.contains("java.lang.Object"));
  }

  @Test
  void thePageIsTheSameWhateverTheOrderOfTheClasses() {
    ApiUsage one = ApiUsage.of(List.of(bytes(Caller.class), bytes(Resolver.class)));
    ApiUsage other = ApiUsage.of(List.of(bytes(Resolver.class), bytes(Caller.class)));
    assertThat(one.toMarkdown()).isEqualTo(other.toMarkdown()).contains("getBaseUrl(UrlMode)");
    assertThat(one.toText()).isEqualTo(other.toText());
  }

  private static List<String> lines(Class<?>... types) {
    List<byte[]> classFiles = new ArrayList<>();
    for (Class<?> type : types) {
      classFiles.add(bytes(type));
    }
    return ApiUsage.of(classFiles).toText().lines().toList();
  }

  private static byte[] bytes(Class<?> type) {
    String file = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getResourceAsStream(file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Indexes(@Index(name = "one", methodNames = "getOne"))
  private interface Table extends Entity {
    String getOne();
  }

  private static final class Caller {
    String call(ApplicationProperties properties) {
      return properties.getBaseUrl(UrlMode.RELATIVE) + AuthenticatedUserThreadLocal.get();
    }
  }

  private static final class MethodReference {
    Function<ApplicationProperties, String> name() {
      return ApplicationProperties::getDisplayName;
    }
  }

  @LicensedOnly
  @ExportAsService(LifecycleAware.class)
  private static final class Annotated {}

  private static final class Generic {
    private final List<UserManager> all = List.of();
  }

  private abstract static class AbstractResolver implements LocaleResolver {}

  private static final class Resolver extends AbstractResolver {
    @Override
    public Locale getLocale() {
      return Locale.ROOT;
    }

    @Override
    public Locale getLocale(UserKey person) {
      return Locale.ROOT;
    }
  }

  private static final class Placeholder extends DefaultImagePlaceholder {
    private Placeholder() {
      super("icon.png", false, null);
    }
  }

  private static final class PlaceholderCaller {
    String call(Placeholder placeholder) {
      return placeholder.getUrl();
    }
  }
}
