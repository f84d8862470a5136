package com.atlassian.plugins.osgi.test;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The product's answer for one test class.
 *
 * @param passed names of methods that passed
 * @param ignored names of methods that were ignored
 * @param failed names of methods that failed, each with the text of its failure
 */
record RemoteResult(List<String> passed, List<String> ignored, Map<String, String> failed) {

  /** Reads the JSON of the product; unknown fields are ignored. */
  static RemoteResult parse(String json) {
    JsonObject answer = JsonParser.parseString(json).getAsJsonObject();
    Map<String, String> failed = new LinkedHashMap<>();
    if (answer.has("failedMethods")) {
      for (Map.Entry<String, JsonElement> entry :
          answer.getAsJsonObject("failedMethods").entrySet()) {
        failed.put(entry.getKey(), text(entry.getValue()));
      }
    }
    return new RemoteResult(
        names(answer, "passedMethods"), names(answer, "ignoredMethods"), failed);
  }

  boolean isEmpty() {
    return passed.isEmpty() && ignored.isEmpty() && failed.isEmpty();
  }

  private static List<String> names(JsonObject answer, String field) {
    List<String> names = new ArrayList<>();
    JsonArray array = answer.getAsJsonArray(field);
    if (array != null) {
      array.forEach(name -> names.add(name.getAsString()));
    }
    return names;
  }

  private static String text(JsonElement failure) {
    return failure.isJsonPrimitive() ? failure.getAsString() : failure.toString();
  }
}
