package io.appofapps.confluence.view.pages;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.docs.BoundPage;
import java.util.Map;

/** The pages that stand for Applications, as they were read last. */
public interface BoundPages {

  /**
   * The leading page of each Application that has one, from memory; the same map as long as it says
   * the same. Whoever reads it has to ask for the viewer's right to each page.
   */
  Map<ApplicationKey, BoundPage> all();
}
