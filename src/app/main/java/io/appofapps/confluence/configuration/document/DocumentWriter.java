package io.appofapps.confluence.configuration.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.ConnectionSettings;
import io.appofapps.confluence.configuration.SecretReference;
import io.appofapps.confluence.configuration.SetDefinition;
import io.appofapps.confluence.configuration.SignIn;
import io.appofapps.confluence.environment.EnvironmentRules;
import io.appofapps.confluence.environment.Rule;
import io.appofapps.confluence.environment.ServiceRules;
import java.util.List;
import java.util.Optional;

/** Values as trees. Secrets are named; the values do not hold more. */
final class DocumentWriter {

  private DocumentWriter() {}

  static ObjectNode configuration(Configuration configuration) {
    ObjectNode root = object();
    root.put("version", DocumentReader.VERSION);
    ArrayNode connections = root.putArray("connections");
    configuration.connections().forEach(each -> connections.add(connection(each)));
    ArrayNode sets = root.putArray("sets");
    configuration.sets().forEach(each -> sets.add(set(each)));
    root.setAll(rules(new RuleSettings(configuration.environments(), configuration.services())));
    root.put("discoverSets", configuration.discoverSets());
    root.set("drift", DriftDocument.write(configuration.drift()));
    root.set("documentation", DocumentationDocument.write(configuration.documentation()));
    root.set("metadata", MetadataDocument.write(configuration.metadata()));
    root.set("repositories", RepositoryDocument.write(configuration.repositories()));
    root.set("promotion", PromotionDocument.write(configuration.promotion()));
    root.set("copilot", CopilotDocument.write(configuration.copilot()));
    root.set("hooks", HookDocument.write(configuration.hooks()));
    return root;
  }

  static ObjectNode connection(ConnectionSettings settings) {
    ObjectNode node = object();
    node.put("id", settings.id());
    node.put("name", settings.name());
    settings.server().ifPresent(server -> node.put("server", server.toString()));
    settings.caCertificates().ifPresent(pem -> node.put("ca", pem));
    node.put("insecureTls", settings.insecureTls());
    settings.proxy().ifPresent(proxy -> node.put("proxy", proxy.toString()));
    node.set("signIn", signIn(settings.signIn()));
    settings
        .impersonation()
        .ifPresent(
            as -> put(node.putObject("impersonate").put("user", as.user()), "groups", as.groups()));
    put(node, "namespaces", settings.namespaces());
    settings.argoCdUrl().ifPresent(url -> node.put("argoCdUrl", url.toString()));
    node.put("paused", settings.paused());
    return node;
  }

  static ObjectNode set(SetDefinition set) {
    ObjectNode node = object();
    node.put("key", set.key());
    node.put("title", set.title());
    node.put("connection", set.connection());
    node.put("namespace", set.namespace());
    node.put("name", set.name());
    node.put("viewers", Words.of(set.viewers()));
    put(node, "spaces", set.spaces());
    return node;
  }

  static ObjectNode rules(RuleSettings rules) {
    ObjectNode node = object();
    node.set("environments", environments(rules.environments()));
    node.set("services", services(rules.services()));
    return node;
  }

  private static ObjectNode environments(EnvironmentRules environments) {
    ObjectNode node = object();
    put(node, "order", environments.order());
    node.put("conventions", environments.conventions());
    return rules(node, environments.rules());
  }

  private static ObjectNode services(ServiceRules services) {
    return rules(object().put("conventions", services.conventions()), services.rules());
  }

  private static ObjectNode signIn(SignIn signIn) {
    ObjectNode node = object();
    if (signIn instanceof SignIn.Token token) {
      node.put("kind", "token");
      node.set("token", secret(token.token()));
      token.secondToken().ifPresent(second -> node.set("secondToken", secret(second)));
    } else if (signIn instanceof SignIn.TokenFile file) {
      node.put("kind", "tokenFile").put("path", file.path());
    } else if (signIn instanceof SignIn.ClientCertificate pair) {
      node.put("kind", "certificate").put("certificate", pair.certificate());
      node.set("privateKey", secret(pair.privateKey()));
    } else if (signIn instanceof SignIn.Kubeconfig kubeconfig) {
      node.put("kind", "kubeconfig");
      node.set("kubeconfig", secret(kubeconfig.text()));
      kubeconfig.context().ifPresent(context -> node.put("context", context));
    } else {
      node.put("kind", "inCluster");
    }
    return node;
  }

  private static ObjectNode secret(SecretReference reference) {
    return object().put("secret", reference.name());
  }

  private static ObjectNode rules(ObjectNode node, List<Rule> rules) {
    ArrayNode array = node.putArray("rules");
    for (Rule rule : rules) {
      ObjectNode each = array.addObject().put("kind", Words.of(rule.kind()));
      filled(rule.key()).ifPresent(key -> each.put("key", key));
      filled(rule.pattern()).ifPresent(pattern -> each.put("pattern", pattern));
      filled(rule.value()).ifPresent(value -> each.put("value", value));
    }
    return node;
  }

  private static Optional<String> filled(String text) {
    return Optional.of(text).filter(each -> !each.isEmpty());
  }

  private static void put(ObjectNode node, String name, List<String> texts) {
    ArrayNode array = node.putArray(name);
    texts.forEach(array::add);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
