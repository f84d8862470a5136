package io.appofapps.confluence.copilot;

import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What can be attached to a conversation: {@code aoa://sets} and {@code aoa://sets/{set}/tree},
 * with the answers of the tools in them.
 */
@Named
public class SetResources {

  static final String SETS = "aoa://sets";
  static final String TREE = "aoa://sets/{set}/tree";

  private static final String BEFORE = "aoa://sets/";
  private static final String AFTER = "/tree";
  private static final int MOST_SETS = 100;
  private static final int MOST_NODES = 500;

  private final ListSets list;
  private final GetTree tree;

  @Inject
  public SetResources(ListSets list, GetTree tree) {
    this.list = list;
    this.tree = tree;
  }

  McpSchema.Resource sets() {
    return McpSchema.Resource.builder()
        .uri(SETS)
        .name("deployment-sets")
        .title("Deployment sets")
        .description("The deployment sets that the person may see, as list_deployment_sets.")
        .mimeType("text/plain")
        .build();
  }

  McpSchema.ResourceTemplate tree() {
    return McpSchema.ResourceTemplate.builder()
        .uriTemplate(TREE)
        .name("deployment-tree")
        .title("Deployment tree")
        .description("The Applications of a deployment set, as get_deployment_tree; at most 500.")
        .mimeType("text/plain")
        .build();
  }

  McpSchema.ReadResourceResult read(Caller caller, McpSchema.ReadResourceRequest request) {
    String uri = request.uri();
    try {
      Map<String, Object> found =
          uri.equals(SETS)
              ? list.call(caller, new Arguments(Map.of("limit", MOST_SETS)))
              : tree.call(
                  caller, new Arguments(Map.of("set", key(uri), "depth", 20, "limit", MOST_NODES)));
      return new McpSchema.ReadResourceResult(
          List.of(
              new McpSchema.TextResourceContents(
                  uri, "text/plain", Untrusted.delimited(Results.cleaned(found)))));
    } catch (ToolFailure e) {
      throw McpError.builder(McpSchema.ErrorCodes.RESOURCE_NOT_FOUND)
          .message(Untrusted.line(e.getMessage(), Untrusted.LONGEST))
          .build();
    }
  }

  private static String key(String uri) throws ToolFailure {
    if (uri.startsWith(BEFORE) && uri.endsWith(AFTER) && uri.length() > (BEFORE + AFTER).length()) {
      try {
        return URLDecoder.decode(
            uri.substring(BEFORE.length(), uri.length() - AFTER.length()), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        // said below
      }
    }
    throw new ToolFailure("There is no such resource. There are " + SETS + " and " + TREE + ".");
  }
}
