package io.appofapps.confluence.rest;

import jakarta.ws.rs.core.Response;

/** Answers as YAML, for people and programs to keep as files. */
final class Yaml {

  static final String TYPE = "application/yaml";

  private Yaml() {}

  /**
   * 200 with the text.
   *
   * @param file name to keep it under: letters, digits, hyphens, dots
   */
  static Response file(String file, String text) {
    return Response.ok(text, TYPE + ";charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
        .header("Cache-Control", "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
