package io.appofapps.confluence.cluster;

import io.appofapps.confluence.configuration.ConnectionSettings;
import io.appofapps.confluence.configuration.SecretReference;
import io.appofapps.confluence.configuration.ServerRules;
import io.appofapps.confluence.configuration.SignIn;
import io.appofapps.confluence.secret.SecretText;
import io.appofapps.confluence.secret.Secrets;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * When the credentials of a connection end: the {@code exp} of tokens, the {@code notAfter} of
 * certificates. Tokens of files and programs are left out: whoever writes them renews them.
 */
@Named
public class ConnectionExpiry {

  private static final Duration AHEAD = Duration.ofDays(14);

  /** Clocks of Confluence and of the cluster may differ by as much. */
  private static final Duration SKEW = Duration.ofMinutes(10);

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Secrets secrets;
  private final ServerRules rules;
  private final Clock clock;

  @Inject
  public ConnectionExpiry(Secrets secrets, ServerRules rules) {
    this(secrets, rules, Clock.systemUTC());
  }

  ConnectionExpiry(Secrets secrets, ServerRules rules, Clock clock) {
    this.secrets = secrets;
    this.rules = rules;
    this.clock = clock;
  }

  private record End(String what, Instant moment) {}

  /** When the token of that name expires; empty for other secrets and for tokens without end. */
  public Optional<Instant> of(SecretReference reference) {
    return secrets.find(reference).map(SecretText::reveal).flatMap(Jwt::expires);
  }

  /** Sentences about all that ends within 14 days or has ended; empty while all is well. */
  public List<String> warnings(ConnectionSettings settings) {
    Instant now = clock.instant();
    List<String> warnings = new ArrayList<>();
    for (End end : ends(settings)) {
      if (end.moment().plus(SKEW).isBefore(now)) {
        warnings.add(end.what() + " expired on " + DATE.format(end.moment()) + ": renew it.");
      } else if (end.moment().minus(AHEAD).minus(SKEW).isBefore(now)) {
        warnings.add(
            end.what() + " expires on " + DATE.format(end.moment()) + ": renew it before that.");
      }
    }
    return warnings;
  }

  private List<End> ends(ConnectionSettings settings) {
    List<End> ends = new ArrayList<>();
    Access access;
    try {
      access =
          new AccessReader(
                  secrets::find, rules, OwnThreads.withOwnLoader(ClientFactory::serialization))
              .read(settings);
    } catch (UnusableConnectionException e) {
      // said by the state of the connection
      return ends;
    }
    if (settings.signIn() instanceof SignIn.Token token) {
      of(token.token()).ifPresent(moment -> ends.add(new End("The token", moment)));
      token
          .secondToken()
          .flatMap(this::of)
          .ifPresent(moment -> ends.add(new End("The second token", moment)));
    } else if (access.tokens() instanceof TokenPair embedded) {
      embedded
          .current()
          .flatMap(Jwt::expires)
          .ifPresent(moment -> ends.add(new End("The kubeconfig's token", moment)));
    }
    access
        .identity()
        .ifPresent(
            identity ->
                ends.add(
                    new End(
                        "The client certificate",
                        identity.chain().get(0).getNotAfter().toInstant())));
    for (X509Certificate authority : access.authorities()) {
      ends.add(
          new End(
              "The CA certificate " + authority.getSubjectX500Principal().getName(),
              authority.getNotAfter().toInstant()));
    }
    return ends;
  }
}
