package io.appofapps.confluence.confluence;

import com.atlassian.confluence.pages.AbstractPage;
import com.atlassian.confluence.pages.PageManager;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.appofapps.confluence.sight.Contents;
import io.appofapps.confluence.sight.Place;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** Asks Confluence's pages. */
@Named
public class ConfluenceContents implements Contents {

  private final PageManager pages;

  @Inject
  public ConfluenceContents(@ComponentImport PageManager pages) {
    this.pages = pages;
  }

  @Override
  public Optional<Place.Page> page(long id) {
    AbstractPage page = pages.getAbstractPage(id);
    return page == null || page.isDeleted()
        ? Optional.empty()
        : Optional.of(new Place.Page(Optional.of(page), Optional.ofNullable(page.getSpaceKey())));
  }
}
