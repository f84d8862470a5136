package io.appofapps.confluence.tree;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.Apps;
import io.appofapps.confluence.application.HealthStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Arbitrary graphs of Applications. */
final class Shapes {

  private Shapes() {}

  /** Every kind of evidence, in every direction, with missing children and self-edges. */
  static List<Application> arbitrary(long seed, int size, double childrenEach) {
    Random random = new Random(seed);
    List<Application> applications = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Apps app = Apps.app("n" + i);
      app.health(HealthStatus.values()[random.nextInt(HealthStatus.values().length)]);
      for (double c = random.nextDouble() * 2 * childrenEach; c >= 1; c--) {
        app.lists("n" + random.nextInt(size + 2));
      }
      switch (random.nextInt(6)) {
        case 0, 1 -> app.trackedBy("n" + random.nextInt(size));
        case 2 -> app.label("app.kubernetes.io/instance", "n" + random.nextInt(size));
        case 3 -> app.ownedBy("", "set" + random.nextInt(3));
        default -> app.project("default");
      }
      if (random.nextInt(8) == 0) {
        app.destination("", "elsewhere", "");
      }
      applications.add(app.build());
    }
    return applications;
  }

  /** Each lists the next. */
  static List<Application> chain(int length) {
    List<Application> applications = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      Apps app = Apps.app("n" + i);
      if (i + 1 < length) {
        app.lists("n" + (i + 1));
      } else {
        app.health(HealthStatus.DEGRADED);
      }
      applications.add(app.build());
    }
    return applications;
  }
}
