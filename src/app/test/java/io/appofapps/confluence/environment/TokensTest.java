package io.appofapps.confluence.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

  @ParameterizedTest
  @CsvSource({
    "dev, dev",
    "Development, dev",
    "sandbox, dev",
    "qa, test",
    "int, test",
    "integration, test",
    "sit, test",
    "stg, staging",
    "stage, staging",
    "uat, staging",
    "preprod, staging",
    "pre-prod, staging",
    "pre-production, staging",
    "nonprod, nonprod",
    "non-prod, nonprod",
    "prd, prod",
    "production, prod",
    "live, prod",
    "env-dev, dev",
    "environment_prod, prod",
    "prod-eu, prod-eu",
    "production-eu-west-1, prod-eu-west-1",
    "eu-west-1-prod, prod-eu-west-1"
  })
  void aWholeValueIsCanonical(String text, String expected) {
    assertThat(Tokens.of(text).exactly()).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"product-api", "devices", "production2", "prod-web", "", "-", "latest", "stages"})
  void aWholeValueSaysNothingElse(String text) {
    assertThat(Tokens.of(text).exactly()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "web-prod, prod",
    "prod-web, prod",
    "web-pre-prod, staging",
    "preprod-web, staging",
    "web-nonprod, nonprod",
    "web-non-prod, nonprod",
    "web-prod-eu, prod-eu",
    "prod-us-payments, prod-us",
    "prod-prod, prod"
  })
  void anEnvironmentStandsAtTheEdgeOfAName(String text, String expected) {
    assertThat(Tokens.of(text).atEdge()).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"product-api", "devices", "web-prod-cache", "dev-to-prod", "live-api-test", "web"})
  void nothingIsGuessedFromAName(String text) {
    assertThat(Tokens.of(text).atEdge()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "payments-prod, payments",
    "dev-payments, payments",
    "development-environment-metaphor, metaphor",
    "payments-prod-eu-west-1, payments",
    "product-api, product-api",
    "web-pre-prod, web",
    "prod, ''",
    "dev-env, ''"
  })
  void theRestOfANameIsTheService(String text, String expected) {
    assertThat(Tokens.of(text).withoutEnvironment()).isEqualTo(expected);
  }
}
