package io.appofapps.devhost.sal;

import com.atlassian.sal.api.message.LocaleResolver;
import io.appofapps.devhost.web.CurrentRequest;
import java.util.Locale;

/** The locale of the browser, English outside a request. */
public final class HostLocaleResolver implements LocaleResolver {

  @Override
  public Locale getLocale() {
    return CurrentRequest.get().map(request -> request.getLocale()).orElse(Locale.ENGLISH);
  }
}
