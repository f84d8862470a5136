package io.appofapps.confluence.configuration;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules of the hooks. */
final class HookChecks {

  private static final int MOST = 50;

  private HookChecks() {}

  static void check(List<HookSettings> hooks, Findings findings) {
    findings.atMost("hooks", hooks.size(), MOST);
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < hooks.size(); i++) {
      HookSettings hook = hooks.get(i);
      String at = "hooks[" + i + "].";
      findings.id(at + "id", hook.id());
      findings.unless(
          ids.add(hook.id()), at + "id", "is that of another hook too: each needs its own");
      findings.secret(at + "secret", hook.secret());
    }
  }
}
