package io.appofapps.devhost.page;

import io.appofapps.devhost.content.Content;
import io.appofapps.devhost.content.Space;
import io.appofapps.devhost.look.Exchange;
import io.appofapps.devhost.look.Look;
import java.util.Map;
import java.util.OptionalLong;

/** The sidebar of a space with its page tree. */
public final class SpaceSide {

  private final Content content;
  private final Look look;

  public SpaceSide(Content content, Look look) {
    this.content = content;
    this.look = look;
  }

  public String html(Exchange exchange, Space space, OptionalLong current) {
    var visible =
        content.permissions().visible(exchange.user(), content.pages().inSpace(space.key()));
    String tree = new PageTree(exchange.contextPath(), visible, current).html();
    return look.fragment(exchange, "sidebar", Map.of("space", space, "treeHtml", tree));
  }
}
