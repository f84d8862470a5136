package io.appofapps.confluence.confluence;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.message.I18nResolver;
import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.TextsIn;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Locale;

/**
 * The app's words by Confluence's own resolver, in the language of the person of this request or
 * another one.
 */
@Named
public class ConfluenceTexts implements Texts, TextsIn {

  private final I18nResolver resolver;

  @Inject
  public ConfluenceTexts(@ComponentImport I18nResolver resolver) {
    this.resolver = resolver;
  }

  @Override
  public String get(String key, Serializable... arguments) {
    return resolver.getText(key, arguments);
  }

  @Override
  public String get(Locale locale, String key, Serializable... arguments) {
    return resolver.getText(locale, key, arguments);
  }
}
