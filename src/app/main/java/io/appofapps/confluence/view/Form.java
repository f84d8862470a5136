package io.appofapps.confluence.view;

/** The three ways to draw a row. */
public enum Form {
  /** Item of the tree on a page. */
  TREE("tree-row"),
  /** Row of the table on a page. */
  TABLE("table-row"),
  /** Row of the plain table in exports, e-mails and feeds. */
  EXPORT("export-row");

  private final String template;

  Form(String template) {
    this.template = template;
  }

  /** The template of a row. */
  String template() {
    return template;
  }

  /** The way to draw a row on a page. */
  public static Form of(Layout layout) {
    return layout == Layout.TABLE ? TABLE : TREE;
  }
}
