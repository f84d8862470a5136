package com.atlassian.sal.api.pluginsettings;

/** Evidence: both called by public apps compiled against Confluence 10. */
public interface PluginSettingsFactory {
  PluginSettings createGlobalSettings();

  PluginSettings createSettingsForKey(String key);
}
