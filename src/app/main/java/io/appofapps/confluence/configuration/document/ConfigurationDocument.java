package io.appofapps.confluence.configuration.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.ConnectionSettings;
import io.appofapps.confluence.configuration.CopilotRules;
import io.appofapps.confluence.configuration.HookSettings;
import io.appofapps.confluence.configuration.InvalidConfigurationException;
import io.appofapps.confluence.configuration.RepositorySettings;
import io.appofapps.confluence.configuration.SetDefinition;
import io.appofapps.confluence.docs.DocumentationRules;
import io.appofapps.confluence.drift.DriftRules;
import io.appofapps.confluence.ownership.MetadataRules;
import io.appofapps.confluence.promotion.rules.PromotionRules;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.NonPrintableStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * The configuration as a document: YAML for people and repositories, JSON for REST and for the
 * stored versions, in one shape. Reading checks shape and meaning and says everything that is
 * wrong; no message repeats what stands in a field. Writing never gives a secret away.
 *
 * <p>A form is the JSON of one part, as the administration sends it: read-only fields may come
 * back, and an empty secret means the stored one.
 */
public final class ConfigurationDocument {

  private static final int LARGEST = 1 << 20;

  private ConfigurationDocument() {}

  /**
   * Reads the whole configuration.
   *
   * @throws InvalidConfigurationException when it cannot be read or breaks a rule
   */
  public static Draft<Configuration> readYaml(String yaml) {
    return new DocumentReader(YamlText.parse(limited(yaml)), false).configuration();
  }

  /** The whole configuration; reading it again gives an equal one. */
  public static String writeYaml(Configuration configuration) {
    DumpSettings settings =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setNonPrintableStyle(NonPrintableStyle.ESCAPE)
            .setSplitLines(false)
            .setSchema(new CoreSchema())
            .build();
    return new Dump(settings)
        .dumpToString(JsonText.plain(DocumentWriter.configuration(configuration)));
  }

  /**
   * Reads the whole configuration.
   *
   * @throws InvalidConfigurationException when it cannot be read or breaks a rule
   */
  public static Draft<Configuration> readJson(String json) {
    return new DocumentReader(JsonText.parse(limited(json)), false).configuration();
  }

  /** The whole configuration, ASCII in one line; reading it again gives an equal one. */
  public static String writeJson(Configuration configuration) {
    return JsonText.write(DocumentWriter.configuration(configuration));
  }

  /**
   * Reads the form of one connection; its fields are named without {@code connections[…]}.
   *
   * @throws InvalidConfigurationException when it cannot be read or breaks a rule
   */
  public static Draft<ConnectionSettings> readConnection(String json) {
    return new DocumentReader(JsonText.parse(limited(json)), true).connection();
  }

  /** One connection as a mutable tree of maps, lists, texts, numbers and flags. */
  public static Map<String, Object> writeConnection(ConnectionSettings settings) {
    return JsonText.plain(DocumentWriter.connection(settings));
  }

  /**
   * Reads the form of one deployment set; whether its connection exists is not looked at.
   *
   * @throws InvalidConfigurationException when it cannot be read or breaks a rule
   */
  public static SetDefinition readSet(String json) {
    return new DocumentReader(JsonText.parse(limited(json)), true).set();
  }

  /** One deployment set as a mutable tree of maps, lists, texts, numbers and flags. */
  public static Map<String, Object> writeSet(SetDefinition set) {
    return JsonText.plain(DocumentWriter.set(set));
  }

  /**
   * Reads {@code {"environments": {…}, "services": {…}}}.
   *
   * @throws InvalidConfigurationException when it cannot be read or breaks a rule
   */
  public static RuleSettings readRules(String json) {
    return new DocumentReader(JsonText.parse(limited(json)), true).rules();
  }

  /** The rules as a mutable tree of maps, lists, texts, numbers and flags. */
  public static Map<String, Object> writeRules(RuleSettings rules) {
    return JsonText.plain(DocumentWriter.rules(rules));
  }

  /**
   * Reads the rules on documentation; errors name the fields below {@code documentation}.
   *
   * @throws InvalidConfigurationException when it cannot be read or breaks a rule
   */
  public static DocumentationRules readDocumentation(String json) {
    return new DocumentReader(JsonText.parse(limited(json)), true).documentation();
  }

  /** The rules on documentation as a mutable tree of maps, lists, texts, numbers and flags. */
  public static Map<String, Object> writeDocumentation(DocumentationRules rules) {
    return JsonText.plain(DocumentationDocument.write(rules));
  }

  /**
   * Reads the rules on drift; errors name the fields below {@code drift}.
   *
   * @throws InvalidConfigurationException when it cannot be read or breaks a rule
   */
  public static DriftRules readDrift(String json) {
    return new DocumentReader(JsonText.parse(limited(json)), true).drift();
  }

  /** The rules on drift as a mutable tree of maps, lists, texts, numbers and flags. */
  public static Map<String, Object> writeDrift(DriftRules rules) {
    return JsonText.plain(DriftDocument.write(rules));
  }

  /**
   * Reads the rules on metadata; errors name the fields below {@code metadata}.
   *
   * @throws InvalidConfigurationException when it cannot be read or breaks a rule
   */
  public static MetadataRules readMetadata(String json) {
    return new DocumentReader(JsonText.parse(limited(json)), true).metadata();
  }

  /** The rules on metadata as a mutable tree of maps, lists, texts, numbers and flags. */
  public static Map<String, Object> writeMetadata(MetadataRules rules) {
    return JsonText.plain(MetadataDocument.write(rules));
  }

  /**
   * Reads the rules on promotions; errors name the fields below {@code promotion}.
   *
   * @throws InvalidConfigurationException when it cannot be read or breaks a rule
   */
  public static Draft<PromotionRules> readPromotion(String json) {
    return new DocumentReader(JsonText.parse(limited(json)), true).promotion();
  }

  /** The rules on promotions as a mutable tree of maps, lists, texts, numbers and flags. */
  public static Map<String, Object> writePromotion(PromotionRules rules) {
    return JsonText.plain(PromotionDocument.write(rules));
  }

  /**
   * Reads the rules on copilots; errors name the fields below {@code copilot}.
   *
   * @throws InvalidConfigurationException when it cannot be read or breaks a rule
   */
  public static CopilotRules readCopilot(String json) {
    return new DocumentReader(JsonText.parse(limited(json)), true).copilot();
  }

  /** The rules on copilots as a mutable tree of maps, numbers and flags. */
  public static Map<String, Object> writeCopilot(CopilotRules rules) {
    return JsonText.plain(CopilotDocument.write(rules));
  }

  /**
   * Reads the form {@code {"repositories": […]}}.
   *
   * @throws InvalidConfigurationException when it cannot be read or breaks a rule
   */
  public static Draft<List<RepositorySettings>> readRepositories(String json) {
    return new DocumentReader(JsonText.parse(limited(json)), true).repositories();
  }

  /** The repositories as {@code {"repositories": […]}}, a mutable tree of maps, lists and texts. */
  public static Map<String, Object> writeRepositories(List<RepositorySettings> repositories) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.set("repositories", RepositoryDocument.write(repositories));
    return JsonText.plain(tree);
  }

  /**
   * Reads the form {@code {"hooks": […]}}.
   *
   * @throws InvalidConfigurationException when it cannot be read or breaks a rule
   */
  public static Draft<List<HookSettings>> readHooks(String json) {
    return new DocumentReader(JsonText.parse(limited(json)), true).hooks();
  }

  /** The hooks as {@code {"hooks": […]}}, a mutable tree of maps, lists and texts. */
  public static Map<String, Object> writeHooks(List<HookSettings> hooks) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.set("hooks", HookDocument.write(hooks));
    return JsonText.plain(tree);
  }

  private static String limited(String text) {
    if (text.length() > LARGEST || text.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
      throw Errors.only("document", "is larger than 1 MiB");
    }
    return text;
  }
}
