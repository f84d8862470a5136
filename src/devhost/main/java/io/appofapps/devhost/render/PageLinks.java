package io.appofapps.devhost.render;

import java.util.Optional;

/** Finds the address of a page that a link names. */
@FunctionalInterface
public interface PageLinks {

  /** The address with the context path; empty when the page is not there for the current user. */
  Optional<String> address(String spaceKey, String title);
}
