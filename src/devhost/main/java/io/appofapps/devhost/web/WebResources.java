package io.appofapps.devhost.web;

import java.util.Collection;

/** The script and style tags of a page, from the web-resource modules of plugins and the host. */
public interface WebResources {

  /**
   * HTML tags for the required module keys ({@code plugin:module}) and contexts, dependencies
   * first, each once.
   */
  String tags(Collection<String> moduleKeys, Collection<String> contexts);
}
