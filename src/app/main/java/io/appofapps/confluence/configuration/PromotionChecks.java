package io.appofapps.confluence.configuration;

import io.appofapps.confluence.promotion.approval.ApprovalRule;
import io.appofapps.confluence.promotion.rules.EnvironmentRule;
import io.appofapps.confluence.promotion.rules.PromotionRules;
import io.appofapps.confluence.promotion.rules.Webhook;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules of the rules on promotions. */
final class PromotionChecks {

  private static final int MOST = 100;
  private static final int MOST_APPROVALS = 10;
  private static final int LONGEST = 255;
  private static final Duration LONGEST_EXPIRY = Duration.ofDays(365);
  private static final Duration LONGEST_SOAK = Duration.ofDays(90);
  private static final Duration SHORTEST_TIMEOUT = Duration.ofMinutes(5);
  private static final Duration LONGEST_TIMEOUT = Duration.ofDays(7);
  private static final int LONGEST_RETENTION = 36_500;
  private static final Pattern ROLE = Pattern.compile("(role:)?[A-Za-z0-9_.-]{1,250}");
  private static final Pattern GROUP = Pattern.compile("(?U)(?=.*\\S)[^\\p{Cntrl}]{1,255}");

  private PromotionChecks() {}

  static void check(PromotionRules rules, Findings findings) {
    findings.atMost("environments", rules.environments().size(), MOST);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < rules.environments().size(); i++) {
      String at = "environments[" + i + "].";
      EnvironmentRule rule = rules.environments().get(i);
      findings.line(at + "environment", rule.environment(), LONGEST);
      findings.unless(
          seen.add(rule.environment()), at + "environment", "is there twice: remove one");
      check(rule.approval(), at, findings);
      findings.unless(
          !rule.soak().isNegative() && rule.soak().compareTo(LONGEST_SOAK) <= 0,
          at + "soakMinutes",
          "must be from 0 to " + LONGEST_SOAK.toMinutes());
      findings.unless(
          rule.timeout().compareTo(SHORTEST_TIMEOUT) >= 0
              && rule.timeout().compareTo(LONGEST_TIMEOUT) <= 0,
          at + "timeoutMinutes",
          "must be from " + SHORTEST_TIMEOUT.toMinutes() + " to " + LONGEST_TIMEOUT.toMinutes());
    }
    groups("freezers", rules.freezers(), findings);
    findings.unless(
        rules.retentionDays() >= 0 && rules.retentionDays() <= LONGEST_RETENTION,
        "retentionDays",
        "must be from 0, which is for ever, to " + LONGEST_RETENTION);
    rules.webhook().ifPresent(webhook -> check(webhook, findings));
  }

  private static void check(Webhook webhook, Findings findings) {
    findings.unless(
        isAddress(webhook.url()),
        "webhook.url",
        "must be an address such as https://events.example.com/hooks/promotions, without user,"
            + " query and fragment (http:// only for this machine)");
    findings.secret("webhook.secret", new SecretReference(webhook.secret()));
  }

  private static boolean isAddress(String url) {
    try {
      URI address = new URI(url);
      return Findings.isPlainAddress(address) && Findings.isGuarded(address);
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static void check(ApprovalRule rule, String at, Findings findings) {
    findings.unless(
        rule.approvals() >= 0 && rule.approvals() <= MOST_APPROVALS,
        at + "approvals",
        "must be from 0 to " + MOST_APPROVALS);
    groups(at + "groups", rule.groups(), findings);
    findings.shapes(
        at + "roles",
        rule.roles(),
        MOST,
        ROLE,
        "must be the name of a role of AppProjects, or role: and the name of a global one");
    findings.unless(
        rule.expiry().compareTo(Duration.ofHours(1)) >= 0
            && rule.expiry().compareTo(LONGEST_EXPIRY) <= 0,
        at + "expiryHours",
        "must be from 1 to " + LONGEST_EXPIRY.toHours());
  }

  private static void groups(String field, List<String> groups, Findings findings) {
    findings.shapes(
        field, groups, MOST, GROUP, "must be the name of a group, as Confluence spells it");
  }
}
