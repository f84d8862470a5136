package io.appofapps.confluence.rest;

import io.appofapps.confluence.sight.Contents;
import io.appofapps.confluence.sight.Place;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** The place that a caller names by the id of a page. */
@Named
public class Places {

  private final Contents contents;

  @Inject
  public Places(Contents contents) {
    this.contents = contents;
  }

  /** The page of that id; no page for an empty id; empty when there is no such page. */
  Optional<Place> find(String id) {
    if (id.isEmpty()) {
      return Optional.of(new Place.Api());
    }
    return id.matches("\\d{1,18}")
        ? contents.page(Long.parseLong(id)).map(page -> page)
        : Optional.empty();
  }
}
