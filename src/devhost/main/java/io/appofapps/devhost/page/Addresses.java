package io.appofapps.devhost.page;

import io.appofapps.devhost.content.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The addresses of pages, relative to the context path. */
public final class Addresses {

  private Addresses() {}

  /** {@code /display/SPACE/Page+title}, or by id where the title does not survive in a path. */
  public static String view(Page page) {
    String title = page.title();
    return title.matches("[^/\\\\%?#;+.]+")
        ? "/display/"
            + page.spaceKey()
            + "/"
            + URLEncoder.encode(title, StandardCharsets.UTF_8).replace("%20", "+")
        : viewById(page.id());
  }

  public static String viewById(long id) {
    return "/pages/viewpage.action?pageId=" + id;
  }

  public static String space(String spaceKey) {
    return "/display/" + spaceKey;
  }
}
