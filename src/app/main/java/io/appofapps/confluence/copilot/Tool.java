package io.appofapps.confluence.copilot;

import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;

/** What a copilot can call. */
interface Tool {

  /** Name, words for the model, and the shapes of what goes in and comes out. */
  McpSchema.Tool description();

  /**
   * The answer, in the shape of the output schema; texts in it may still hold anything.
   *
   * @param arguments valid by the input schema
   */
  Map<String, Object> call(Caller caller, Arguments arguments) throws ToolFailure;
}
