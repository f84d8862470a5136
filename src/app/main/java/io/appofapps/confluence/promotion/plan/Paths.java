package io.appofapps.confluence.promotion.plan;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths inside a repository: no slash at the ends, no dots. */
final class Paths {

  private Paths() {}

  /** The path without {@code .} and {@code ..}; what leads out of the repository leads nowhere. */
  static String normal(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          return "..";
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }

  /** A path as written in a file of the folder; an absolute one starts at the root. */
  static String in(String folder, String path) {
    return path.startsWith("/") ? normal(path) : normal(folder + "/" + path);
  }

  /** The folder of a file, empty for the root. */
  static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  static boolean isManifest(String path) {
    return path.endsWith(".yaml") || path.endsWith(".yml") || path.endsWith(".json");
  }
}
