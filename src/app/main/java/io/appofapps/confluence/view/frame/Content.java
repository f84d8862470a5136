package io.appofapps.confluence.view.frame;

import io.appofapps.confluence.view.body.Body;
import io.appofapps.confluence.view.body.Html;
import io.appofapps.confluence.view.body.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a block shows: everything in the frame but the stamp.
 *
 * @param title plain text
 * @param summary one line beside the title, may be empty
 * @param tools at the right of the head, between those that the body's kind brings; may be empty
 * @param notices sentences above the body that somebody should read first
 * @param body rows
 * @param footer one line below, may be empty
 * @param twin what CSV has; empty when the block has no CSV
 */
public record Content(
    String title,
    Html summary,
    Html tools,
    List<Html> notices,
    Body body,
    Html footer,
    Optional<Supplier<Table>> twin) {

  public Content {
    notices = List.copyOf(notices);
  }

  /** A title and rows; a table is its own CSV. */
  public static Content of(String title, Body body) {
    return new Content(
        title,
        Html.EMPTY,
        Html.EMPTY,
        List.of(),
        body,
        Html.EMPTY,
        body instanceof Table table ? Optional.of(() -> table) : Optional.empty());
  }

  public Content summary(Html line) {
    return new Content(title, line, tools, notices, body, footer, twin);
  }

  public Content tools(Html more) {
    return new Content(title, summary, more, notices, body, footer, twin);
  }

  public Content notices(List<Html> sentences) {
    return new Content(title, summary, tools, sentences, body, footer, twin);
  }

  public Content footer(Html line) {
    return new Content(title, summary, tools, notices, body, line, twin);
  }

  /** The same with only those rows that a page starts with; CSV keeps all. */
  Content first() {
    return new Content(title, summary, tools, notices, body.first(), footer, twin);
  }

  /** The table that says the same as a body which is none; made only when asked for. */
  public Content csv(Supplier<Table> table) {
    return new Content(title, summary, tools, notices, body, footer, Optional.of(table));
  }

  /** What CSV has; empty when the block has no CSV. */
  public Optional<Table> table() {
    return twin.map(Supplier::get);
  }
}
