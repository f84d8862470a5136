package io.appofapps.confluence.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.diagnostics.ApiUse.ByInheritance;
import io.appofapps.confluence.diagnostics.ApiUse.Kind;
import io.appofapps.confluence.diagnostics.ApiUse.OfMember;
import io.appofapps.confluence.diagnostics.ApiUse.OfType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostApiTest {

  private final HostApi host = new HostApi(HostApiTest.class.getClassLoader());

  @ParameterizedTest
  @CsvSource({
    "TYPE, java.lang.String, true",
    "CLASS, java.lang.String, true",
    "INTERFACE, java.lang.String, false",
    "INTERFACE, java.util.List, true",
    "CLASS, java.util.List, false",
    "ANNOTATION, java.util.List, false",
    "ANNOTATION, java.lang.Deprecated, true",
    "TYPE, com.atlassian.Gone, false"
  })
  void aTypeMustExistAndBeOfTheExpectedKind(Kind kind, String name, boolean fine) {
    assertThat(host.problem(new OfType(kind, name)).isEmpty()).isEqualTo(fine);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "false | java.lang.String | length | ()I | true",
        "false | java.lang.String | length | ()J | false",
        "false | java.lang.String | size | ()I | false",
        "true | java.lang.String | valueOf | (I)Ljava/lang/String; | true",
        "false | java.lang.String | valueOf | (I)Ljava/lang/String; | false",
        "true | java.lang.String | length | ()I | false",
        "false | java.lang.String | <init> | ([C)V | true",
        "false | java.lang.String | <init> | (Ljava/util/List;)V | false",
        "true | java.util.concurrent.TimeUnit | DAYS | Ljava/util/concurrent/TimeUnit; | true",
        "true | java.util.concurrent.TimeUnit | WEEKS | Ljava/util/concurrent/TimeUnit; | false",
        "false | java.util.ArrayList | containsAll | (Ljava/util/Collection;)Z | true",
        "false | java.util.List | stream | ()Ljava/util/stream/Stream; | true",
        "false | java.util.List | toString | ()Ljava/lang/String; | true",
        "false | java.lang.Deprecated | since | () | true",
        "false | java.lang.Deprecated | until | () | false",
        "false | java.util.ArrayList | grow | ()[Ljava/lang/Object; | false"
      })
  void aMemberMustLinkAsTheJvmWouldLinkIt(
      boolean isStatic, String owner, String name, String descriptor, boolean fine) {
    Optional<String> problem = host.problem(new OfMember(isStatic, owner, name, descriptor));
    assertThat(problem.isEmpty()).as("%s", problem).isEqualTo(fine);
  }

  @Test
  void theReasonNamesWhatTheHostHasInstead() {
    assertThat(host.problem(new OfMember(false, "java.lang.String", "length", "()J")))
        .contains("no such method; the host has length()I");
  }

  @Test
  void anImplementationWithoutAMethodOfTheHostsInterfaceIsReported() {
    assertThat(host.problem(new ByInheritance(Whole.class.getName(), "java.util.Comparator")))
        .isEmpty();
    assertThat(host.problem(new ByInheritance(Partial.class.getName(), "java.util.Comparator")))
        .contains("the app does not implement compare(Ljava/lang/Object;Ljava/lang/Object;)I");
  }

  @Test
  void theListOfThisBuildIsReadAndNamesTheDeclarationsOnly() {
    List<ApiUse> uses = ApiUsageList.shipped();
    assertThat(uses)
        .contains(
            new OfMember(
                false,
                "com.atlassian.sal.api.ApplicationProperties",
                "getVersion",
                "()Ljava/lang/String;"));
    assertThat(uses).allSatisfy(use -> assertThat(host.problem(use)).as("%s", use).isEmpty());
  }

  static final class Whole implements Comparator<String> {
    @Override
    public int compare(String one, String other) {
      return one.compareTo(other);
    }
  }

  /** Abstract stands for "compiled before the interface got the method". */
  abstract static class Partial implements Comparator<String> {}
}
