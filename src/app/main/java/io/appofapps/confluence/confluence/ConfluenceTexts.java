package io.appofapps.confluence.confluence;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.message.I18nResolver;
import io.appofapps.confluence.view.Texts;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The app's words by Confluence's own resolver, in the language of the person of this request. */
@Named
public class ConfluenceTexts implements Texts {

  private final I18nResolver resolver;

  @Inject
  public ConfluenceTexts(@ComponentImport I18nResolver resolver) {
    this.resolver = resolver;
  }

  @Override
  public String get(String key, Serializable... arguments) {
    return resolver.getText(key, arguments);
  }
}
