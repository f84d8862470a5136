package io.appofapps.confluence.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** A whole policy made by chance, as both implementations take it. */
record RandomPolicy(
    List<String[]> lines, String defaultRole, Matcher matcher, List<NaiveArgoCd.Role> roles) {

  private static final List<String> GROUPS = List.of("g1", "g2", "g3");

  /** A question. */
  record Question(
      String subject, List<String> groups, String resource, String action, String object) {}

  AccessControl access() {
    return new AccessControl(
        csv(lines),
        defaultRole,
        matcher,
        roles.stream()
            .map(
                role ->
                    new ProjectRole(
                        role.project(),
                        role.name(),
                        role.groups(),
                        role.lines().stream().map(RandomPolicy::csv).toList()))
            .toList());
  }

  NaiveArgoCd naive() {
    List<String[]> builtIn =
        Stream.concat(
                BuiltInPolicy.LINES.permissions().stream()
                    .map(
                        p ->
                            fields(
                                "p", p.subject(), p.resource(), p.action(), p.object(), "allow")),
                BuiltInPolicy.LINES.grants().stream().map(g -> fields("g", g.subject(), g.role())))
            .toList();
    return new NaiveArgoCd(
        Stream.concat(builtIn.stream(), lines.stream()).toList(),
        defaultRole,
        matcher == Matcher.REGEX,
        roles);
  }

  Decision decide(Question asked) {
    return access()
        .decide(
            Optional.of(asked.subject()).filter(each -> !each.isEmpty()),
            asked.groups(),
            asked.resource(),
            asked.action(),
            asked.object());
  }

  /** The policy with only those of its {@code p} lines; its {@code g} lines stay. */
  RandomPolicy keeping(Predicate<String[]> wanted) {
    Predicate<String[]> kept = line -> line[0].equals("g") || wanted.test(line);
    return new RandomPolicy(
        lines.stream().filter(kept).toList(),
        defaultRole,
        matcher,
        roles.stream()
            .map(
                role ->
                    new NaiveArgoCd.Role(
                        role.project(),
                        role.name(),
                        role.groups(),
                        role.lines().stream().filter(kept).toList()))
            .toList());
  }

  RandomPolicy and(String... line) {
    return new RandomPolicy(
        Stream.concat(lines.stream(), Stream.<String[]>of(line)).toList(),
        defaultRole,
        matcher,
        roles);
  }

  static String csv(String[] line) {
    return String.join(
        ", ",
        Arrays.stream(line).map(field -> field.contains(",") ? '"' + field + '"' : field).toList());
  }

  private static String csv(List<String[]> lines) {
    return String.join("\n", lines.stream().map(RandomPolicy::csv).toList());
  }

  private static String[] fields(String... fields) {
    return fields;
  }

  static Arbitrary<RandomPolicy> any() {
    return Arbitraries.of(Matcher.values()).flatMap(RandomPolicy::of);
  }

  private static Arbitrary<RandomPolicy> of(Matcher matcher) {
    Arbitrary<String> subject =
        Arbitraries.of("role:x", "role:y", "role:z", "role:readonly", "g1", "g2", "alice");
    Arbitrary<String[]> grant =
        Combinators.combine(
                Arbitraries.of("g1", "g2", "g3", "alice", "role:x", "role:y"),
                Arbitraries.of("role:x", "role:y", "role:z", "role:readonly", "proj:a:dev"))
            .as((who, role) -> fields("g", who, role));
    Arbitrary<List<String[]>> lines =
        Arbitraries.frequencyOf(Tuple.of(3, permission(subject, matcher)), Tuple.of(2, grant))
            .list()
            .ofMaxSize(14);
    return Combinators.combine(
            lines,
            Arbitraries.of("", "", "role:x", "role:readonly"),
            role("a", "dev", matcher),
            role("a", "ops", matcher),
            role("b", "dev", matcher))
        .as(
            (all, everybody, a, b, c) ->
                new RandomPolicy(all, everybody, matcher, List.of(a, b, c)));
  }

  private static Arbitrary<NaiveArgoCd.Role> role(String project, String name, Matcher matcher) {
    Arbitrary<String> subject = Arbitraries.just("proj:" + project + ":" + name);
    return Combinators.combine(
            Arbitraries.of(GROUPS).set().ofMaxSize(2),
            permission(subject, matcher).list().ofMaxSize(3))
        .as((groups, lines) -> new NaiveArgoCd.Role(project, name, List.copyOf(groups), lines));
  }

  private static Arbitrary<String[]> permission(Arbitrary<String> subject, Matcher matcher) {
    boolean glob = matcher == Matcher.GLOB;
    Arbitrary<String> resource =
        glob
            ? Arbitraries.of("applications", "applications", "logs", "*", "app*s", "projects")
            : Arbitraries.of("applications", "applications", "logs", ".*", "^app", "projects");
    Arbitrary<String> action =
        glob
            ? Arbitraries.of(
                "get", "sync", "*", "action/*", "{get,sync}", "[!g]*", "delete/*/Pod/*")
            : Arbitraries.of("get", "sync", ".*", "action/.*", "get|sync", "^[^g]", "*");
    Arbitrary<String> object =
        glob
            ? Arbitraries.of("*/*", "a/*", "a/b", "*/[b-c]", "?/b", "{a,b}/*", "a/ns/*", "[", "*")
            : Arbitraries.of(".*/.*", "a/", "a/b", "/[b-c]$", "^./b", "ns", "(", ".*");
    return Combinators.combine(
            subject, resource, action, object, Arbitraries.of("allow", "allow", "deny"))
        .as((who, what, how, where, effect) -> fields("p", who, what, how, where, effect));
  }

  static Arbitrary<Question> questions() {
    return Combinators.combine(
            Arbitraries.of("", "", "", "", "", "alice", "g1", "role:x", "proj:a:dev", "proj:b:dev"),
            Arbitraries.of("g1", "g2", "g3", "g4").set().ofMaxSize(3).map(List::copyOf),
            Arbitraries.of("applications", "applications", "applications", "logs", "projects"),
            Arbitraries.of("get", "sync", "delete", "action/apps/Deployment/restart"),
            Arbitraries.of("a/b", "a/c", "b/b", "c/d", "a/ns/b", "a"))
        .as(Question::new);
  }
}
