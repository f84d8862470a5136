package io.appofapps.devhost.editor;

import io.appofapps.devhost.content.Page;
import io.appofapps.devhost.look.Exchange;
import java.util.Optional;

/**
 * What stands in the editor's form.
 *
 * @param page the page being edited, empty for a new one
 * @param spaceKey its space
 * @param parent id of the parent of a new page, empty text for none
 * @param title text of the title field
 * @param body text of the body field
 * @param comment version comment
 * @param minor whether the box for a minor edit is ticked
 * @param version the version the edit began with, 0 for a new page
 */
public record Draft(
    Optional<Page> page,
    String spaceKey,
    String parent,
    String title,
    String body,
    String comment,
    boolean minor,
    int version) {

  static Draft of(Page page) {
    return new Draft(
        Optional.of(page),
        page.spaceKey(),
        "",
        page.title(),
        page.body(),
        "",
        false,
        page.version());
  }

  static Draft newPage(String spaceKey, String parent) {
    return new Draft(Optional.empty(), spaceKey, parent, "", "<p></p>", "", false, 0);
  }

  /** What was sent; browsers send line ends as CR LF. */
  static Draft sent(Optional<Page> page, String spaceKey, Exchange exchange) {
    return new Draft(
        page,
        spaceKey,
        exchange.parameter("fromPageId"),
        exchange.parameter("title"),
        exchange.parameter("wysiwygContent").replace("\r\n", "\n"),
        exchange.parameter("versionComment"),
        "true".equals(exchange.parameter("minorEdit")),
        exchange.smallNumber("originalVersion").orElse(0));
  }
}
