package io.appofapps.confluence.confluence;

import com.atlassian.confluence.pages.AbstractPage;
import com.atlassian.confluence.security.ContentPermissionSet;
import io.appofapps.confluence.view.Addresses;
import io.appofapps.confluence.view.drift.PageAccess;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.Set;

/** Restrictions as Confluence has them. */
@Named
public class ConfluencePageAccess implements PageAccess {

  /** Names of the restrictions: {@code ContentPermission.EDIT_PERMISSION}, VIEW_PERMISSION. */
  private static final String EDIT = "Edit";

  private static final String VIEW = "View";

  private final Addresses addresses;

  @Inject
  public ConfluencePageAccess(Addresses addresses) {
    this.addresses = addresses;
  }

  @Override
  public Optional<Restricted> of(Object content) {
    return content instanceof AbstractPage page && page.getId() > 0
        ? Optional.of(
            new Restricted(
                page.getId(),
                page.getTitle(),
                addresses.contextPath() + page.getUrlPath(),
                groups(page, EDIT),
                groups(page, VIEW)))
        : Optional.empty();
  }

  private static Set<String> groups(AbstractPage page, String permission) {
    ContentPermissionSet restriction = page.getContentPermissionSet(permission);
    return restriction == null ? Set.of() : Set.copyOf(restriction.getGroupNames());
  }
}
