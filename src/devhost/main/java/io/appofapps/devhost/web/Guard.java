package io.appofapps.devhost.web;

import io.appofapps.devhost.user.Account;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Who may call a REST method or a servlet, by the access annotations of the platform ("Preparing
 * for secure endpoints" of Platform 7). Both families of annotations count; the simple names are
 * theirs.
 */
public enum Guard {
  /** Everyone. */
  UNRESTRICTED("UnrestrictedAccess", (account, site) -> true),
  /** Licensed people; everyone else where the site is open to anonymous people. */
  ANONYMOUS_SITE(
      "AnonymousSiteAccess",
      (account, site) -> site.isOpenToAnonymous() || account.filter(Account::licensed).isPresent()),
  /** Licensed people. */
  LICENSED("LicensedOnly", (account, site) -> account.filter(Account::licensed).isPresent()),
  /** Confluence administrators. */
  ADMIN("AdminOnly", (account, site) -> account.filter(Account::isAdministrator).isPresent()),
  /** System administrators; the host has one kind of administrator. */
  SYSTEM_ADMIN(
      "SystemAdminOnly", (account, site) -> account.filter(Account::isAdministrator).isPresent());

  private static final Set<String> FAMILIES =
      Set.of(
          "com.atlassian.annotations.security",
          "com.atlassian.plugins.rest.api.security.annotation");

  private final String annotation;
  private final BiPredicate<Optional<Account>, SiteAccess> rule;

  Guard(String annotation, BiPredicate<Optional<Account>, SiteAccess> rule) {
    this.annotation = annotation;
    this.rule = rule;
  }

  /** Whether the account (empty: nobody signed in) passes. */
  public boolean admits(Optional<Account> account, SiteAccess site) {
    return rule.test(account, site);
  }

  /** The guard of a method: its own annotation, else its class's, else its package's. */
  public static Optional<Guard> of(Class<?> type, Method method) {
    return on(method).or(() -> of(type));
  }

  /** The guard of a class: its annotation, else its package's. */
  public static Optional<Guard> of(Class<?> type) {
    return on(type).or(() -> Optional.ofNullable(type.getPackage()).flatMap(Guard::on));
  }

  private static Optional<Guard> on(AnnotatedElement element) {
    return Arrays.stream(element.getAnnotations())
        .map(Annotation::annotationType)
        .filter(type -> FAMILIES.contains(type.getPackageName()))
        .flatMap(type -> named(type.getSimpleName()))
        .findFirst();
  }

  private static Stream<Guard> named(String name) {
    return Arrays.stream(values()).filter(guard -> guard.annotation.equals(name));
  }
}
