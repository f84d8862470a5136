package io.appofapps.confluence.copilot;

import io.appofapps.confluence.promotion.desk.Actor;
import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.sight.Viewer;
import io.modelcontextprotocol.common.McpTransportContext;
import java.util.Map;
import java.util.Optional;

/**
 * Who asks: a person, and the program that asks in their name.
 *
 * @param viewer the person, signed in and licensed
 * @param agent what the program calls itself, legible and never empty; nobody has checked it
 */
record Caller(Viewer viewer, String agent) {

  /** More of a name is of no use to anybody. */
  private static final int LONGEST_NAME = 100;

  private static final String KEY = "caller";

  /** Where a client names itself in each request, since no server keeps what it said before. */
  private static final String CLIENT_INFO = "io.modelcontextprotocol/clientInfo";

  /**
   * @param program as the header {@code User-Agent} has it, untrusted, may be null
   */
  static Caller of(Viewer viewer, String program) {
    String name = program == null ? "" : Untrusted.line(program, LONGEST_NAME);
    return new Caller(viewer, name.isEmpty() ? "MCP client" : name);
  }

  /** The caller of a request that has come through the door. */
  static Caller of(McpTransportContext context) {
    return (Caller) context.get(KEY);
  }

  McpTransportContext context() {
    return McpTransportContext.create(Map.of(KEY, this));
  }

  /** The same by the name that the client gives in the request's {@code _meta}, if it does. */
  Caller named(Map<String, Object> meta) {
    if (meta != null
        && meta.get(CLIENT_INFO) instanceof Map<?, ?> info
        && info.get("name") instanceof String name) {
      String version = info.get("version") instanceof String text ? text : "";
      String legible = Untrusted.line(name + " " + version, LONGEST_NAME);
      return legible.isEmpty() ? this : new Caller(viewer, legible);
    }
    return this;
  }

  /** As somebody at the desk of promotions. */
  Actor actor() {
    return new Actor(viewer, new Place.Api(), Optional.of(agent));
  }
}
