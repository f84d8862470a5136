package io.appofapps.devhost.render;

import io.appofapps.devhost.content.api.HostPage;
import java.util.List;

/** Finds the pages that the Page Properties Report collects. */
@FunctionalInterface
public interface LabelledPages {

  /** The current pages with that label that the current user may view, by title. */
  List<HostPage> find(String label);
}
