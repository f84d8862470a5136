package io.appofapps.confluence.ownership;

import io.appofapps.confluence.application.AppProject;
import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the AppProject of an Application. Projects live beside Argo CD: one of the Application's
 * own namespace is it; for an Application in another namespace the only one of that name in the
 * connection. Where there are several nobody can tell.
 */
public final class Projects {

  private record Name(String connection, String project) {}

  private final Map<ApplicationKey, AppProject> byKey = new HashMap<>();
  private final Map<Name, List<AppProject>> byName = new HashMap<>();

  public Projects(Collection<AppProject> projects) {
    for (AppProject project : projects) {
      byKey.put(project.key(), project);
      byName
          .computeIfAbsent(
              new Name(project.key().connection(), project.key().name()), n -> new ArrayList<>())
          .add(project);
    }
  }

  Optional<AppProject> of(Application application) {
    String name = application.project().isEmpty() ? "default" : application.project();
    ApplicationKey key = application.key();
    AppProject own = byKey.get(new ApplicationKey(key.connection(), key.namespace(), name));
    List<AppProject> named = byName.getOrDefault(new Name(key.connection(), name), List.of());
    return own == null && named.size() == 1 ? Optional.of(named.get(0)) : Optional.ofNullable(own);
  }
}
