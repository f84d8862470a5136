package io.appofapps.confluence.confluence;

import com.atlassian.confluence.core.DefaultSaveContext;
import com.atlassian.confluence.pages.AbstractPage;
import com.atlassian.confluence.pages.Page;
import com.atlassian.confluence.pages.PageManager;
import com.atlassian.confluence.security.Permission;
import com.atlassian.confluence.security.PermissionManager;
import com.atlassian.confluence.spaces.Space;
import com.atlassian.confluence.spaces.SpaceManager;
import com.atlassian.confluence.user.AuthenticatedUserThreadLocal;
import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.transaction.TransactionTemplate;
import io.appofapps.confluence.docs.desk.Editor;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** The person of the request, as somebody who works on pages. */
@Named
public class ConfluenceEditor implements Editor {

  private final PageManager pages;
  private final SpaceManager spaces;
  private final PermissionManager permissions;
  private final TransactionTemplate transactions;

  @Inject
  public ConfluenceEditor(
      @ComponentImport PageManager pages,
      @ComponentImport SpaceManager spaces,
      @ComponentImport PermissionManager permissions,
      @ComponentImport TransactionTemplate transactions) {
    this.pages = pages;
    this.spaces = spaces;
    this.permissions = permissions;
    this.transactions = transactions;
  }

  private static Optional<ConfluenceUser> person() {
    return Optional.ofNullable(AuthenticatedUserThreadLocal.get());
  }

  @Override
  public Optional<String> key() {
    return person().map(user -> user.getKey().getStringValue());
  }

  @Override
  public Optional<String> name() {
    return person().map(ConfluenceUser::getName);
  }

  @Override
  public Optional<Long> id(Object content) {
    return content instanceof AbstractPage page && page.getId() > 0
        ? Optional.of(page.getId())
        : Optional.empty();
  }

  @Override
  public Optional<Object> page(long id) {
    return find(id).map(Object.class::cast);
  }

  private Optional<Page> find(long id) {
    AbstractPage found = pages.getAbstractPage(id);
    return found instanceof Page page && !page.isDeleted() ? Optional.of(page) : Optional.empty();
  }

  @Override
  public Optional<String> space(long id) {
    return find(id).map(Page::getSpaceKey);
  }

  @Override
  public boolean mayEdit(long id) {
    Optional<ConfluenceUser> person = person();
    return person.isPresent()
        && find(id)
            .filter(page -> permissions.hasPermission(person.get(), Permission.EDIT, page))
            .isPresent();
  }

  @Override
  public Optional<Long> create(String key, String title, String storage) {
    Optional<ConfluenceUser> person = person();
    return person.isEmpty()
        ? Optional.empty()
        : transactions.execute(() -> create(person.get(), key, title, storage));
  }

  private Optional<Long> create(ConfluenceUser person, String key, String title, String storage) {
    Space space = spaces.getSpace(key);
    if (space == null
        || !permissions.hasPermission(person, Permission.VIEW, space)
        || !permissions.hasCreatePermission(person, space, Page.class)
        || pages.getPage(key, title) != null) {
      return Optional.empty();
    }
    Page page = new Page();
    page.setSpace(space);
    page.setTitle(title);
    page.setBodyAsString(storage);
    pages.saveContentEntity(page, DefaultSaveContext.DEFAULT);
    return Optional.of(page.getId());
  }
}
