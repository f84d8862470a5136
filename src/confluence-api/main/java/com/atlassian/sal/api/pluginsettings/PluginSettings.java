package com.atlassian.sal.api.pluginsettings;

/** Evidence: all three called by public apps compiled against Confluence 10. */
public interface PluginSettings {
  Object get(String key);

  Object put(String key, Object value);

  Object remove(String key);
}
