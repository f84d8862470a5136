package io.appofapps.devhost.content.api;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.core.DefaultSaveContext;
import com.atlassian.confluence.core.Modification;
import com.atlassian.confluence.core.SaveContext;
import com.atlassian.confluence.pages.AbstractPage;
import com.atlassian.confluence.pages.Page;
import com.atlassian.confluence.pages.PageManager;
import com.atlassian.confluence.spaces.Space;
import io.appofapps.devhost.content.Content;
import io.appofapps.devhost.content.PageEdit;
import io.appofapps.devhost.user.Account;
import io.appofapps.devhost.user.Accounts;
import io.appofapps.devhost.user.CurrentUser;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Finds and saves pages without asking for permission, as the product's does; null when there is
 * none. A save is the current user's; one that began with an older version fails, as two commits of
 * one page do in the product.
 */
public final class HostPageManager implements PageManager {

  /** Set without a method of its own, as Hibernate does it. */
  private static final VarHandle ID = id();

  private final Content content;
  private final Accounts accounts;

  public HostPageManager(Content content, Accounts accounts) {
    this.content = content;
    this.accounts = accounts;
  }

  private static VarHandle id() {
    try {
      return MethodHandles.privateLookupIn(ContentEntityObject.class, MethodHandles.lookup())
          .findVarHandle(ContentEntityObject.class, "id", long.class);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public AbstractPage getAbstractPage(long id) {
    return content.pages().find(id).map(this::page).orElse(null);
  }

  @Override
  public Page getPage(String spaceKey, String title) {
    return content.pages().find(spaceKey, title).map(this::page).orElse(null);
  }

  @Override
  public Collection<Long> getPageIds(Space space) {
    return content.pages().ids(space.getKey());
  }

  /** Saves a new page, which has its id then; one that exists is to be saved as a new version. */
  @Override
  public void saveContentEntity(ContentEntityObject entity, SaveContext context) {
    if (entity instanceof HostPage || !(entity instanceof Page page)) {
      throw new IllegalArgumentException("Only a new page can be saved this way here");
    }
    OptionalLong parent =
        Optional.ofNullable(page.getParent())
            .map(above -> OptionalLong.of(above.getId()))
            .orElseGet(OptionalLong::empty);
    PageEdit edit =
        new PageEdit(page.getTitle(), page.getBodyAsString(), "", isMinor(context), author());
    ID.set(page, content.pages().create(page.getSpaceKey(), parent, edit).id());
  }

  @Override
  public <T extends ContentEntityObject> void saveNewVersion(
      T current, Modification<T> modification, SaveContext context) {
    int begun = current.getVersion();
    modification.modify(current);
    content
        .pages()
        .update(
            current.getId(),
            begun,
            new PageEdit(
                current.getTitle(), current.getBodyAsString(), "", isMinor(context), author()));
  }

  private static boolean isMinor(SaveContext context) {
    return context == DefaultSaveContext.MINOR_EDIT;
  }

  private static String author() {
    return CurrentUser.get().map(Account::name).orElse("");
  }

  private HostPage page(io.appofapps.devhost.content.Page page) {
    return new HostPage(page, content, accounts);
  }
}
