package io.appofapps.confluence.view;

import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Draws trees, and remembers what it drew. */
@Named
public class TreeRenderer {

  private static final int MOST_DRAWINGS = 64;
  private static final long MOST_CHARACTERS = 24_000_000;

  private final RowHtml rows;
  private final Drawings drawings;

  @Inject
  public TreeRenderer(Templates templates, Texts texts) {
    this(templates, texts, new Drawings(MOST_DRAWINGS, MOST_CHARACTERS));
  }

  TreeRenderer(Templates templates, Texts texts, Drawings drawings) {
    this.rows = new RowHtml(templates, texts);
    this.drawings = drawings;
  }

  /** The rows of the page; at least as new as its snapshot. */
  public DrawnTree draw(TreePage.Ready page, TreeParameters parameters, Form form, Reader reader) {
    long revision = page.snapshot().revision();
    return drawings.update(
        new Drawings.Key(parameters, form, reader, page.tree().audience()),
        last -> {
          if (last != null && last.revision() > revision) {
            return last;
          }
          if (last != null && last.view() == page.view()) {
            return last.at(revision);
          }
          Selection selection = Selection.of(page.view(), parameters);
          return last == null
              ? DrawnTree.first(page.view(), selection, revision, row -> rows.of(row, form, reader))
              : last.next(page.view(), selection, revision, row -> rows.of(row, form, reader));
        });
  }
}
