package io.appofapps.devhost.render;

import io.appofapps.devhost.content.api.HostPage;
import java.util.Optional;

/** Finds the page that the macro {@code include} names. */
@FunctionalInterface
public interface IncludedPages {

  /** The page; empty when it is not there for the current user. */
  Optional<HostPage> find(String spaceKey, String title);
}
