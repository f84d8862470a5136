package io.appofapps.confluence.view;

/** Where this Confluence is found from outside. */
@FunctionalInterface
public interface SiteAddress {

  /** Its base address as administrators have set it, without a slash at its end. */
  String base();
}
