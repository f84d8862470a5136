package io.appofapps.confluence.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.AccessPolicy;
import io.appofapps.confluence.application.ApplicationKey;
import org.junit.jupiter.api.Test;

class PolicyPollTest {

  private static final ApplicationKey KEY =
      new ApplicationKey("c", "argocd", AccessPolicy.CONFIG_MAP);

  private static AccessPolicy policy(String json) {
    return PolicyPoll.decode(KEY, ApiTest.read(json));
  }

  @Test
  void moreFilesOfPolicyFollowTheFirstByName() {
    assertThat(
            policy(
                """
                {"data": {"policy.b.csv": "b", "policy.csv": "first", "policy.a.csv": "a",
                 "policy.txt": "no", "policy.default": "role:readonly", "scopes": "[groups]",
                 "policy.matchMode": "regex"}}
                """))
        .isEqualTo(new AccessPolicy(KEY, "first\na\nb", "role:readonly", "[groups]", "regex"));
  }

  @Test
  void anEmptyMapIsAPolicyWithoutLines() {
    assertThat(policy("{}")).isEqualTo(new AccessPolicy(KEY, "", "", "", ""));
  }
}
