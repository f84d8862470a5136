package io.appofapps.confluence.view.owners;

import io.appofapps.confluence.view.pages.PageDirectory;
import java.util.Optional;

/**
 * What one viewer learns of a page that a manifest names.
 *
 * @param page the page; empty when there is none, or none that they may see: these two look the
 *     same
 * @param onCallReads whether the group on call may read it; empty when that is not known or none of
 *     the viewer's business
 */
public record PageVerdict(Optional<PageDirectory.Page> page, Optional<Boolean> onCallReads) {

  static final PageVerdict ABSENT = new PageVerdict(Optional.empty(), Optional.empty());
}
