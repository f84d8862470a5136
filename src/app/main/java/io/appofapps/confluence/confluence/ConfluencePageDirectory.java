package io.appofapps.confluence.confluence;

import com.atlassian.confluence.pages.AbstractPage;
import com.atlassian.confluence.pages.PageManager;
import com.atlassian.confluence.security.Permission;
import com.atlassian.confluence.security.PermissionManager;
import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.confluence.user.UserAccessor;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.user.Group;
import io.appofapps.confluence.docs.PageAddress;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.view.pages.PageDirectory;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Asks Confluence's pages, groups and permissions. */
@Named
public class ConfluencePageDirectory implements PageDirectory {

  /** Of a larger group the first so many stand for all. */
  private static final int MOST_MEMBERS = 50;

  private final ApplicationProperties application;
  private final PageManager pages;
  private final PermissionManager permissions;
  private final UserAccessor accounts;
  private final UserManager users;

  @Inject
  public ConfluencePageDirectory(
      @ComponentImport ApplicationProperties application,
      @ComponentImport PageManager pages,
      @ComponentImport PermissionManager permissions,
      @ComponentImport UserAccessor accounts,
      @ComponentImport UserManager users) {
    this.application = application;
    this.pages = pages;
    this.permissions = permissions;
    this.accounts = accounts;
    this.users = users;
  }

  @Override
  public Optional<PageAddress> own(String text) {
    boolean elsewhere =
        text.contains("://")
            ? !isBelow(application.getBaseUrl(UrlMode.CANONICAL), text)
            : text.startsWith("mailto:");
    return elsewhere ? Optional.empty() : PageAddress.parse(text);
  }

  /** Schemes and hosts are the same in any case; a longer path is another one. */
  private static boolean isBelow(String base, String address) {
    String start = base.replaceAll("/+$", "") + "/";
    return address.toLowerCase(Locale.ROOT).startsWith(start.toLowerCase(Locale.ROOT));
  }

  @Override
  public Optional<Page> visible(PageAddress address, Viewer viewer) {
    return find(address)
        .filter(page -> !page.isDeleted() && viewer.sees(page))
        .map(
            page ->
                new Page(
                    page.getId(),
                    page.getTitle(),
                    application.getBaseUrl(UrlMode.RELATIVE)
                        + "/pages/viewpage.action?pageId="
                        + page.getId()));
  }

  private Optional<AbstractPage> find(PageAddress address) {
    if (address instanceof PageAddress.ById by) {
      return Optional.ofNullable(pages.getAbstractPage(by.id()));
    }
    PageAddress.ByTitle by = (PageAddress.ByTitle) address;
    return Optional.ofNullable(pages.getPage(by.space(), by.title()));
  }

  @Override
  public Optional<Boolean> groupReads(String name, long id) {
    Group group = accounts.getGroup(name);
    AbstractPage page = group == null ? null : pages.getAbstractPage(id);
    if (page == null) {
      return Optional.empty();
    }
    List<ConfluenceUser> members =
        accounts.getMemberNamesAsList(group).stream()
            .limit(MOST_MEMBERS)
            .map(accounts::getUserByName)
            .filter(Objects::nonNull)
            .toList();
    if (members.isEmpty()) {
      return Optional.empty();
    }
    List<ConfluenceUser> licensed =
        members.stream().filter(member -> users.isLicensed(member.getKey())).toList();
    return Optional.of(
        !licensed.isEmpty()
            && licensed.stream()
                .allMatch(member -> permissions.hasPermission(member, Permission.VIEW, page)));
  }
}
