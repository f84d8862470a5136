package io.appofapps.confluence.docs;

/** What can be wrong with documentation. */
public enum FindingKind {
  /** Page and manifest say different things. */
  DIFFERS,
  /** The manifest says something that the page has a place for and leaves empty. */
  MISSING_ON_PAGE,
  /** The page says something that the manifest does not. */
  MISSING_IN_MANIFEST,
  /** The page stands for an Application that is not there. */
  ORPHAN_PAGE,
  /** The name on the page fits several Applications. */
  AMBIGUOUS,
  /** Another page stands for the Application already; this one is not compared. */
  ALSO_BOUND,
  /** No page stands for the Application. */
  UNDOCUMENTED,
  /** The page cannot be read. */
  UNREADABLE,
  /** The Application has got a new revision since somebody reviewed the page. */
  OUTDATED
}
