package io.appofapps.devhost.sal;

import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.message.LocaleResolver;
import io.appofapps.devhost.plugin.Plugins;
import java.io.Serializable;
import java.text.MessageFormat;
import java.util.Locale;

/** Texts of all enabled plugins; a key that nobody has is its own text, as in the product. */
public final class HostI18nResolver implements I18nResolver {

  private final Plugins plugins;
  private final LocaleResolver locales;

  public HostI18nResolver(Plugins plugins, LocaleResolver locales) {
    this.plugins = plugins;
    this.locales = locales;
  }

  @Override
  public String getText(String key, Serializable... arguments) {
    return getText(locales.getLocale(), key, arguments);
  }

  @Override
  public String getText(Locale locale, String key, Serializable... arguments) {
    return plugins.enabled().stream()
        .flatMap(plugin -> plugin.text(key, locale).stream())
        .findFirst()
        .map(text -> new MessageFormat(text, locale).format(arguments))
        .orElse(key);
  }

  @Override
  public String getText(String key) {
    return getText(key, new Serializable[0]);
  }
}
