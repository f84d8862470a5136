package io.appofapps.confluence.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

  static Stream<Arguments> secrets() {
    String jwt = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJzZWNyZXQifQ.c2VjcmV0LXNpZ25hdHVyZQ";
    return Stream.of(
        Arguments.of(
            "https://me:secret@git.example.com/a.git", "https://***@git.example.com/a.git"),
        Arguments.of("\"ssh://secret@host:22/a\"", "\"ssh://***@host:22/a\""),
        Arguments.of("http://me:se/c@secret@host/a b@c", "http://***@host/a b@c"),
        Arguments.of(
            "at https://host/x?token=secret&page=2#here failed",
            "at https://host/x?token=***&page=***#here failed"),
        Arguments.of("Authorization: Bearer secret-0123456789=", "Authorization: Bearer ***"),
        Arguments.of("basic c2VjcmV0OnNlY3JldA==, then", "basic ***, then"),
        Arguments.of("token " + jwt + ".", "token ***"),
        Arguments.of("ghp_secret0123456789abc glpat-secret-0123456789", "*** ***"),
        Arguments.of("glpat-secret-0123456789abc.01.secret1 gldt-secret_0123456789.", "*** ***."),
        Arguments.of("(BBDC-c2VjcmV0/0123456789+secret=)", "(***)"),
        Arguments.of(
            "a\n-----BEGIN RSA PRIVATE KEY-----\nsecret\n-----END RSA PRIVATE KEY-----\nb",
            "a\n***\nb"),
        Arguments.of("-----BEGIN PRIVATE KEY-----\\nsecret, cut off", "***"));
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void whatLooksLikeASecretIsMasked(String text, String masked) {
    assertThat(Redaction.of(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://git.example.com:8443/deploy.git",
        "mail to ops@example.com, see https://wiki.example.com/x",
        "git.example.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ",
        "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
        "the glossary-of-all-deployments and glue-between-applications",
        "give the connection a bearer token that may list",
        "aoa_promotions{state=\"healthy\"} 3.0"
      })
  void everythingElseStays(String text) {
    assertThat(Redaction.of(text)).isEqualTo(text);
  }
}
