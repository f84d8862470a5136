package io.appofapps.devhost.page;

import io.appofapps.devhost.content.Page;

/** The addresses of pages, for templates. */
public final class Links {

  public String view(Page page) {
    return Addresses.view(page);
  }
}
