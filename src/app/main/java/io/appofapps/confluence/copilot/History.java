package io.appofapps.confluence.copilot;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.Deployment;
import java.util.LinkedHashMap;
import java.util.Map;

/** Deployments as Argo CD keeps them. */
final class History {

  private History() {}

  static Schema schema() {
    return Schema.texts("application", "at")
        .with("revisions", Schema.list(Schema.text()))
        .with("automatic", Schema.flag())
        .with("by", Schema.quoted());
  }

  static Map<String, Object> json(ApplicationKey application, Deployment deployment) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("application", application.toString());
    json.put("at", deployment.at().toString());
    json.put("revisions", deployment.revisions());
    json.put("automatic", deployment.automated());
    json.put("by", Untrusted.quoted(deployment.by()));
    return json;
  }
}
