package io.appofapps.devhost.page;

import io.appofapps.devhost.content.Page;
import io.appofapps.devhost.render.Html;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** The pages of a space as the nested list of the sidebar. */
final class PageTree {

  private final String base;
  private final Map<Long, List<Page>> children;
  private final OptionalLong current;
  private final Set<Long> open = new HashSet<>();

  /** Of the pages that may be seen; a page whose parent may not be seen is not among them. */
  PageTree(String base, List<Page> visible, OptionalLong current) {
    this.base = base;
    this.current = current;
    this.children =
        visible.stream()
            .sorted(Comparator.comparing(Page::title, String.CASE_INSENSITIVE_ORDER))
            .collect(Collectors.groupingBy(page -> page.parent().orElse(0)));
    Map<Long, Page> byId = visible.stream().collect(Collectors.toMap(Page::id, page -> page));
    Page next = current.isPresent() ? byId.get(current.getAsLong()) : null;
    while (next != null && open.add(next.id())) {
      next = next.parent().isPresent() ? byId.get(next.parent().getAsLong()) : null;
    }
  }

  String html() {
    return list(0);
  }

  private String list(long parent) {
    List<Page> pages = children.getOrDefault(parent, List.of());
    if (pages.isEmpty()) {
      return "";
    }
    return pages.stream()
        .map(this::item)
        .collect(Collectors.joining("", "<ul class=\"plugin_pagetree_children_list\">", "</ul>"));
  }

  private String item(Page page) {
    String below = list(page.id());
    boolean isCurrent = current.isPresent() && current.getAsLong() == page.id();
    String link =
        "<a href=\""
            + Html.escape(base + Addresses.view(page))
            + "\""
            + (isCurrent ? " aria-current=\"page\"" : "")
            + ">"
            + Html.escape(page.title())
            + "</a>";
    if (below.isEmpty()) {
      return "<li class=\"leaf" + (isCurrent ? " current" : "") + "\">" + link + "</li>";
    }
    boolean isOpen = open.contains(page.id()) || parentIsRoot(page);
    return "<li"
        + (isCurrent ? " class=\"current\"" : "")
        + "><details"
        + (isOpen ? " open" : "")
        + "><summary>"
        + link
        + "</summary>"
        + below
        + "</details></li>";
  }

  private static boolean parentIsRoot(Page page) {
    return page.parent().isEmpty();
  }
}
