package io.appofapps.confluence.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.identity.RandomPolicy.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Decisions agree with a second implementation, and their reasons with what follows from them. */
class DecisionProperties {

  @Provide
  static Arbitrary<RandomPolicy> policies() {
    return RandomPolicy.any();
  }

  @Provide
  static Arbitrary<Question> questions() {
    return RandomPolicy.questions();
  }

  @Property(tries = 12_000, edgeCases = EdgeCasesMode.NONE)
  void decisionsAreThoseOfTheNaiveImplementation(
      @ForAll("policies") RandomPolicy policy, @ForAll("questions") Question asked) {
    Decision decision = policy.decide(asked);
    Statistics.label(policy.matcher().name())
        .collect(decision.reason().getClass().getSimpleName())
        .coverage(
            seen -> {
              seen.check("Granted").percentage(share -> share > 5);
              seen.check("Denied").percentage(share -> share > 1);
              seen.check("Nothing").percentage(share -> share > 5);
            });
    assertThat(decision.allowed())
        .isEqualTo(
            policy
                .naive()
                .allows(
                    asked.subject(),
                    asked.groups(),
                    asked.resource(),
                    asked.action(),
                    asked.object()));
  }

  @Property(tries = 4_000, edgeCases = EdgeCasesMode.NONE)
  void theGrantingLineIsEnoughByItselfAndTakesTheRightAwayUnlessAnotherGrantsIt(
      @ForAll("policies") RandomPolicy policy, @ForAll("questions") Question asked) {
    Decision decision = policy.decide(asked);
    if (!seen(decision.reason() instanceof Reason.Granted)) {
      return;
    }
    PolicyLine line = ((Reason.Granted) decision.reason()).route().line();
    assertThat(line.text()).endsWith("allow");
    if (line.place() == PolicyLine.Place.BUILT_IN) {
      assertThat(policy.keeping(each -> false).decide(asked).allowed()).isTrue();
      return;
    }
    assertThat(policy.keeping(each -> is(each, line)).decide(asked).allowed()).isTrue();
    Decision without = policy.keeping(each -> !is(each, line)).decide(asked);
    if (without.reason() instanceof Reason.Granted granted) {
      boolean implicit = line.text().contains(", projects, get, ");
      assertThat(implicit || !granted.route().line().equals(line)).isTrue();
    }
  }

  @Property(tries = 4_000, edgeCases = EdgeCasesMode.NONE)
  void theRouteToALineIsOneOfRolesThatWereGiven(
      @ForAll("policies") RandomPolicy policy, @ForAll("questions") Question asked) {
    List<Route> routes = routes(policy.decide(asked).reason());
    if (!seen(!routes.isEmpty())) {
      return;
    }
    List<List<String>> given = grants(policy);
    for (Route route : routes) {
      String from = route.identity().name();
      assertThat(identities(policy, asked)).contains(from);
      for (String role : route.roles()) {
        assertThat(given).contains(List.of(from, role));
        from = role;
      }
      assertThat(route.line().text()).startsWith("p, " + from + ", ");
    }
  }

  @Property(tries = 4_000, edgeCases = EdgeCasesMode.NONE)
  void onlyWhereALineOverrulesWouldTheRightBeThereWithoutDenials(
      @ForAll("policies") RandomPolicy policy, @ForAll("questions") Question asked) {
    Reason reason = policy.decide(asked).reason();
    if (!seen(reason instanceof Reason.Denied)) {
      return;
    }
    Reason.Denied denied = (Reason.Denied) reason;
    Statistics.label("overruled")
        .collect(denied.overruled().isPresent())
        .coverage(cases -> cases.check(true).count(number -> number > 2));
    assertThat(denied.route().line().text()).endsWith("deny");
    assertThat(policy.keeping(each -> each[5].equals("allow")).decide(asked).allowed())
        .isEqualTo(denied.overruled().isPresent());
  }

  @Property(tries = 4_000, edgeCases = EdgeCasesMode.NONE)
  void whereNothingGrantsTheGroupsThatCountAreNamed(
      @ForAll("policies") RandomPolicy policy, @ForAll("questions") Question asked) {
    Reason reason = policy.decide(asked).reason();
    if (!seen(reason instanceof Reason.Nothing)) {
      return;
    }
    String anything = policy.matcher() == Matcher.GLOB ? "*" : ".*";
    for (String group : asked.groups()) {
      boolean counts = ((Reason.Nothing) reason).groups().contains(group);
      RandomPolicy more = policy.and("p", group, anything, anything, anything, "allow");
      if (counts || !asked.subject().equals(group) && !policy.defaultRole().equals(group)) {
        assertThat(more.decide(asked).allowed()).isEqualTo(counts);
      }
    }
  }

  /** Whether this case is one to look at; enough of them must be. */
  private static boolean seen(boolean wanted) {
    Statistics.label("cases")
        .collect(wanted)
        .coverage(cases -> cases.check(true).count(number -> number > 40));
    return wanted;
  }

  private static boolean is(String[] line, PolicyLine written) {
    return RandomPolicy.csv(line).equals(written.text());
  }

  private static List<Route> routes(Reason reason) {
    if (reason instanceof Reason.Granted granted) {
      return List.of(granted.route());
    }
    if (reason instanceof Reason.Denied denied) {
      return Stream.concat(Stream.of(denied.route()), denied.overruled().stream()).toList();
    }
    return reason instanceof Reason.Unreadable unreadable ? List.of(unreadable.route()) : List.of();
  }

  private static List<String> identities(RandomPolicy policy, Question asked) {
    List<String> all = new ArrayList<>(asked.groups());
    all.add(asked.subject());
    all.add(policy.defaultRole());
    return all;
  }

  private static List<List<String>> grants(RandomPolicy policy) {
    List<List<String>> all = new ArrayList<>();
    policy.naive().global().stream()
        .filter(line -> line[0].equals("g"))
        .forEach(line -> all.add(Arrays.asList(line[1], line[2])));
    policy
        .roles()
        .forEach(
            role ->
                role.groups()
                    .forEach(
                        group ->
                            all.add(List.of(group, "proj:" + role.project() + ":" + role.name()))));
    return all;
  }
}
