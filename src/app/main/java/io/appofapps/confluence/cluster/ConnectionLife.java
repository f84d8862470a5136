package io.appofapps.confluence.cluster;

import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.configuration.ConnectionSettings;
import io.appofapps.confluence.configuration.SecretReference;
import io.appofapps.confluence.configuration.ServerRules;
import io.appofapps.confluence.configuration.SignIn;
import io.appofapps.confluence.secret.SecretText;
import io.appofapps.confluence.secret.Secrets;
import io.appofapps.confluence.state.ConnectionState.Phase;
import io.appofapps.confluence.state.StateStore;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection that this node has duty for, between the first and the last moment of it. */
final class ConnectionLife {

  private static final Logger LOG = LoggerFactory.getLogger(ConnectionLife.class);

  private final String id;
  private final Parts parts;
  private boolean ended;
  private Optional<Wanted> applied = Optional.empty();
  private Optional<Connection> connection = Optional.empty();
  private BearerTokens tokens = BearerTokens.NONE;

  ConnectionLife(String id, Parts parts) {
    this.id = id;
    this.parts = parts;
  }

  /** What all lives share. */
  record Parts(
      ConfigurationReader configuration,
      Secrets secrets,
      ServerRules rules,
      StateStore store,
      Clock clock,
      WatchLimits limits,
      ApiFailures failures) {

    Optional<ConnectionSettings> settings(String id) {
      return configuration.current().connection(id);
    }
  }

  /** All that a running connection depends on; what differs makes it run anew. */
  private record Wanted(
      ConnectionSettings settings,
      Map<SecretReference, Optional<SecretText>> secrets,
      List<Boolean> rules) {}

  /** Brings the connection to what the configuration and the secrets now say. */
  synchronized void apply() {
    if (ended) {
      return;
    }
    Optional<ConnectionSettings> settings = parts.settings(id);
    Optional<Wanted> wanted = settings.map(this::wanted);
    if (wanted.equals(applied) || wanted.flatMap(this::changeTokensOnly).isPresent()) {
      applied = wanted;
      return;
    }
    disconnect();
    applied = wanted;
    wanted.ifPresent(now -> connect(settings.get(), now));
  }

  /** Ends it for good; when it returns, nothing of it is at work. */
  synchronized void end() {
    ended = true;
    disconnect();
  }

  synchronized List<String> tokenNotices() {
    return tokens.notices();
  }

  private Wanted wanted(ConnectionSettings settings) {
    Map<SecretReference, Optional<SecretText>> secrets = new LinkedHashMap<>();
    settings.signIn().secrets().forEach(each -> secrets.put(each, parts.secrets().find(each)));
    ServerRules rules = parts.rules();
    return new Wanted(
        withoutNames(settings),
        secrets,
        List.of(rules.allowsExec(), rules.allowsFiles(), rules.allowsInsecureTls()));
  }

  /** Name and links of the connection are read where they are shown. */
  private static ConnectionSettings withoutNames(ConnectionSettings settings) {
    return new ConnectionSettings(
        settings.id(),
        "",
        settings.server(),
        settings.caCertificates(),
        settings.insecureTls(),
        settings.proxy(),
        settings.signIn(),
        settings.impersonation(),
        settings.namespaces(),
        Optional.empty(),
        settings.paused());
  }

  /** Tokens that rotate are exchanged under the running watches. */
  private Optional<Wanted> changeTokensOnly(Wanted wanted) {
    boolean same =
        connection.isPresent()
            && applied.isPresent()
            && applied.get().settings().equals(wanted.settings())
            && applied.get().rules().equals(wanted.rules());
    if (!same || !(wanted.settings().signIn() instanceof SignIn.Token signIn)) {
      return Optional.empty();
    }
    if (!(tokens instanceof TokenPair pair)) {
      return Optional.empty();
    }
    try {
      pair.replace(reader(wanted, ClientFactory.serialization()).tokenTexts(signIn));
      return Optional.of(wanted);
    } catch (UnusableConnectionException e) {
      // the full way says why
      return Optional.empty();
    }
  }

  private void connect(ConnectionSettings settings, Wanted wanted) {
    if (settings.paused()) {
      parts.store().connection(id, Phase.PAUSED, "", Optional.empty());
      return;
    }
    try {
      parts.store().connection(id, Phase.CONNECTING, "", Optional.empty());
      KubernetesSerialization serialization =
          OwnThreads.withOwnLoader(ClientFactory::serialization);
      Access access = reader(wanted, serialization).read(settings);
      KubernetesApi api = KubernetesApi.open(id, access, serialization);
      tokens = access.tokens();
      connection =
          Optional.of(
              Connection.start(
                  settings,
                  api,
                  parts.store(),
                  parts.clock(),
                  parts.limits(),
                  parts.failures(),
                  () -> parts.configuration().current().asksForProjectRoles(id)));
    } catch (UnusableConnectionException e) {
      LOG.warn("Cluster connection {} cannot be made: {}", id, e.getMessage());
      parts.store().connection(id, Phase.MISCONFIGURED, e.getMessage(), Optional.empty());
    }
  }

  private AccessReader reader(Wanted wanted, KubernetesSerialization serialization) {
    return new AccessReader(
        reference -> wanted.secrets().getOrDefault(reference, Optional.empty()),
        parts.rules(),
        serialization);
  }

  private void disconnect() {
    connection.ifPresent(Connection::close);
    connection = Optional.empty();
    tokens = BearerTokens.NONE;
  }
}
