package com.atlassian.confluence.pages;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.core.Modification;
import com.atlassian.confluence.core.SaveContext;
import com.atlassian.confluence.spaces.Space;
import java.util.Collection;

/**
 * Evidence: the getters are called by public apps compiled against Confluence 10, saveContentEntity
 * on 9.5, saveNewVersion and getPageIds by public apps for 8.x. getPage(long) is left out, it is
 * not seen after 9.5. Members of its supertype are declared here.
 */
public interface PageManager {
  AbstractPage getAbstractPage(long id);

  Page getPage(String spaceKey, String title);

  Collection<Long> getPageIds(Space space);

  void saveContentEntity(ContentEntityObject content, SaveContext context);

  <T extends ContentEntityObject> void saveNewVersion(
      T current, Modification<T> modification, SaveContext context);
}
