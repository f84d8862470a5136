package io.appofapps.confluence.view.owners;

import io.appofapps.confluence.docs.PageAddress;
import java.util.List;

/**
 * A page that a service names, and who must be able to read it.
 *
 * @param address how the manifest names it
 * @param groups names that may be those of the group on call, the likeliest first; untrusted
 */
record PageAsk(PageAddress address, List<String> groups) {
  PageAsk {
    groups = List.copyOf(groups);
  }
}
