package io.appofapps.devhost.sal;

import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.user.UserKey;
import io.appofapps.devhost.web.CurrentRequest;
import java.util.Locale;

/** The locale of the browser, English outside a request; nobody has chosen another one. */
public final class HostLocaleResolver implements LocaleResolver {

  @Override
  public Locale getLocale() {
    return CurrentRequest.get().map(request -> request.getLocale()).orElse(Locale.ENGLISH);
  }

  @Override
  public Locale getLocale(UserKey userKey) {
    return Locale.ENGLISH;
  }
}
