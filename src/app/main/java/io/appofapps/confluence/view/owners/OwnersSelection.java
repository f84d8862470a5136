package io.appofapps.confluence.view.owners;

import io.appofapps.confluence.ownership.Gathered.Deployed;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.Parameters;
import java.util.List;
import java.util.Set;

/**
 * Which Applications are heard.
 *
 * @param environments names of environments in any case, empty for all
 * @param labels {@code key} or {@code key=value}, all of them needed
 */
record OwnersSelection(List<String> environments, List<String> labels) {

  static final Set<String> PARAMETERS =
      Set.of("set", "snapshot", "columns", "environment", "label", "space", "property");
  private static final int MOST_LABELS = 10;

  OwnersSelection {
    environments = List.copyOf(environments);
    labels = List.copyOf(labels);
  }

  static OwnersSelection of(Parameters parameters) throws BadParameter {
    List<String> labels = parameters.words("label");
    if (labels.size() > MOST_LABELS || labels.stream().anyMatch(each -> each.startsWith("="))) {
      throw new BadParameter("label", String.join(",", labels), "key, key=value");
    }
    return new OwnersSelection(parameters.words("environment"), labels);
  }

  boolean includes(Deployed application) {
    boolean here =
        environments.isEmpty()
            || environments.stream().anyMatch(application.environment()::equalsIgnoreCase);
    return here && labels.stream().allMatch(label -> has(application, label));
  }

  private static boolean has(Deployed application, String label) {
    int at = label.indexOf('=');
    return at < 0
        ? application.labels().containsKey(label)
        : label
            .substring(at + 1)
            .strip()
            .equals(application.labels().get(label.substring(0, at).strip()));
  }
}
