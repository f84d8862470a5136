package io.appofapps.confluence.docs.desk;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.docs.BoundPage;
import io.appofapps.confluence.docs.job.Reconciler;
import io.appofapps.confluence.view.pages.BoundPages;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;

/** The pages that the reading of documentation knows. */
@Named
public class ReadPages implements BoundPages {

  private final Reconciler reconciler;

  @Inject
  public ReadPages(Reconciler reconciler) {
    this.reconciler = reconciler;
  }

  @Override
  public Map<ApplicationKey, BoundPage> all() {
    return reconciler.pages();
  }
}
