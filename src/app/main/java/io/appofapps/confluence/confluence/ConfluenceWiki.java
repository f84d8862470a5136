package io.appofapps.confluence.confluence;

import com.atlassian.confluence.core.DefaultSaveContext;
import com.atlassian.confluence.labels.Label;
import com.atlassian.confluence.pages.AbstractPage;
import com.atlassian.confluence.pages.Page;
import com.atlassian.confluence.pages.PageManager;
import com.atlassian.confluence.security.Permission;
import com.atlassian.confluence.security.PermissionManager;
import com.atlassian.confluence.spaces.Space;
import com.atlassian.confluence.spaces.SpaceManager;
import com.atlassian.confluence.spaces.SpaceStatus;
import com.atlassian.confluence.user.AuthenticatedUserThreadLocal;
import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.confluence.user.UserAccessor;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.transaction.TransactionTemplate;
import com.atlassian.sal.api.user.UserKey;
import io.appofapps.confluence.docs.job.PageText;
import io.appofapps.confluence.docs.job.Wiki;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Confluence's pages. Every call is one transaction, because bodies are read within. */
@Named
public class ConfluenceWiki implements Wiki {

  private static final Logger LOG = LoggerFactory.getLogger(ConfluenceWiki.class);

  private final PageManager pages;
  private final SpaceManager spaces;
  private final PermissionManager permissions;
  private final UserAccessor users;
  private final TransactionTemplate transactions;

  @Inject
  public ConfluenceWiki(
      @ComponentImport PageManager pages,
      @ComponentImport SpaceManager spaces,
      @ComponentImport PermissionManager permissions,
      @ComponentImport UserAccessor users,
      @ComponentImport TransactionTemplate transactions) {
    this.pages = pages;
    this.spaces = spaces;
    this.permissions = permissions;
    this.users = users;
    this.transactions = transactions;
  }

  @Override
  public List<String> user(String key) {
    ConfluenceUser user = users.getExistingUserByKey(new UserKey(key));
    return user == null
        ? List.of()
        : Stream.of(user.getFullName(), user.getName()).filter(Objects::nonNull).toList();
  }

  @Override
  public List<String> spaces() {
    return transactions.execute(
        () -> spaces.getAllSpaceKeys(SpaceStatus.CURRENT).stream().sorted().toList());
  }

  @Override
  public List<Long> pages(String key) {
    return transactions.execute(
        () -> {
          Space space = spaces.getSpace(key);
          return space == null ? List.of() : pages.getPageIds(space).stream().sorted().toList();
        });
  }

  @Override
  public List<PageText> read(Collection<Long> ids, Map<Long, Integer> known, boolean labels) {
    return transactions.execute(
        () -> {
          Set<String> current = new HashSet<>(spaces.getAllSpaceKeys(SpaceStatus.CURRENT));
          List<PageText> texts = new ArrayList<>();
          for (long id : ids) {
            current(id, current).ifPresent(page -> texts.add(text(page, known, labels)));
          }
          return texts;
        });
  }

  private Optional<Page> current(long id, Set<String> spacesOfNow) {
    AbstractPage found = pages.getAbstractPage(id);
    return found instanceof Page page
            && !page.isDeleted()
            && spacesOfNow.contains(page.getSpaceKey())
        ? Optional.of(page)
        : Optional.empty();
  }

  private static PageText text(Page page, Map<Long, Integer> known, boolean labels) {
    Integer version = known.get(page.getId());
    boolean same = version != null && version == page.getVersion();
    return new PageText(
        page.getId(),
        page.getSpaceKey(),
        page.getTitle(),
        page.getVersion(),
        labels ? page.getLabels().stream().map(Label::getName).sorted().toList() : List.of(),
        same ? Optional.empty() : Optional.of(page.getBodyAsString()));
  }

  @Override
  public Edit edit(long id, String user, Function<String, Optional<String>> change) {
    ConfluenceUser editor = users.getUserByName(user);
    if (editor == null) {
      return Edit.REFUSED;
    }
    ConfluenceUser before = AuthenticatedUserThreadLocal.get();
    AuthenticatedUserThreadLocal.set(editor);
    try {
      return transactions.execute(() -> edit(id, editor, change));
    } catch (ConflictException e) {
      return Edit.CONFLICT;
    } finally {
      AuthenticatedUserThreadLocal.set(before);
    }
  }

  private Edit edit(long id, ConfluenceUser editor, Function<String, Optional<String>> change) {
    Set<String> current = new HashSet<>(spaces.getAllSpaceKeys(SpaceStatus.CURRENT));
    Optional<Page> page = current(id, current);
    if (page.isEmpty()) {
      return Edit.GONE;
    }
    if (!permissions.hasPermission(editor, Permission.EDIT, page.get())) {
      return Edit.REFUSED;
    }
    String body = page.get().getBodyAsString();
    Optional<String> next = change.apply(body);
    if (next.isEmpty() || next.get().equals(body)) {
      return Edit.UNCHANGED;
    }
    save(page.get(), next.get());
    return Edit.WRITTEN;
  }

  /** The product refuses a page that has got a newer version in some way of its database's. */
  private void save(Page page, String body) {
    try {
      pages.saveNewVersion(
          page, changed -> changed.setBodyAsString(body), DefaultSaveContext.MINOR_EDIT);
    } catch (RuntimeException e) {
      LOG.info("Page {} could not be saved, probably somebody else saved it", page.getId(), e);
      throw new ConflictException(e);
    }
  }

  private static final class ConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private ConflictException(RuntimeException cause) {
      super(cause);
    }
  }
}
