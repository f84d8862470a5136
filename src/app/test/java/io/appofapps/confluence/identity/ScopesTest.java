package io.appofapps.confluence.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[groups]", "[email, groups]", "['cognito:groups']", "- email\n- roles"})
  void groupsCountWhereAClaimCanHoldThem(String scopes) {
    assertThat(Scopes.holdGroups(scopes)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[email]", "[sub, \"email\"]", "[ 'preferred_username' ]", "- email\n- sub", "[]"})
  void groupsDoNotCountWhereEveryClaimNamesThePerson(String scopes) {
    assertThat(Scopes.holdGroups(scopes)).isFalse();
  }
}
