package io.appofapps.devhost.web;

/** Whether people who are not signed in may see the site at all; a setting of the administrator. */
@FunctionalInterface
public interface SiteAccess {

  boolean isOpenToAnonymous();
}
