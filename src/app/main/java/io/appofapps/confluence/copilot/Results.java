package io.appofapps.confluence.copilot;

import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls of tools, as results that can be shown to a copilot whatever comes of them. */
final class Results {

  private static final Logger LOG = LoggerFactory.getLogger(Results.class);

  private Results() {}

  /** Never throws: what goes wrong is a result too, that says what to do. */
  static CallToolResult of(Tool tool, Caller caller, Map<String, Object> given) {
    try {
      Map<String, Object> arguments = given == null ? Map.of() : given;
      return answer(cleaned(tool.call(caller, new Arguments(arguments))));
    } catch (ToolFailure e) {
      return failure(Untrusted.line(e.getMessage(), Untrusted.LONGEST));
    } catch (RuntimeException e) {
      LOG.error("The tool {} of copilots failed", tool.description().name(), e);
      return failure("This failed unexpectedly. Confluence's log says more; try again later.");
    }
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> cleaned(Map<String, Object> answer) {
    return (Map<String, Object>) Untrusted.clean(answer);
  }

  private static CallToolResult answer(Map<String, Object> answer) {
    return CallToolResult.builder()
        .structuredContent(answer)
        .addTextContent(Untrusted.delimited(answer))
        .isError(false)
        .build();
  }

  private static CallToolResult failure(String message) {
    return CallToolResult.builder().addTextContent(message).isError(true).build();
  }
}
