package io.appofapps.confluence.sight;

import java.util.Optional;

/** Finds again the page that somebody looks at. */
@FunctionalInterface
public interface Contents {

  /** The page or blog post of that id; empty when there is none. Says nothing about rights. */
  Optional<Place.Page> page(long id);
}
