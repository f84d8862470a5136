package io.appofapps.devhost.webresource;

import com.atlassian.webresource.api.assembler.PageBuilderService;
import com.atlassian.webresource.api.assembler.RequiredResources;
import com.atlassian.webresource.api.assembler.WebResourceAssembler;
import io.appofapps.devhost.web.CurrentRequest;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What macros asked for while the page of this request was made; outside a request nothing is kept.
 */
public final class RequestedResources implements PageBuilderService {

  private static final String ATTRIBUTE = RequestedResources.class.getName();

  @Override
  public WebResourceAssembler assembler() {
    return Required::new;
  }

  /** The module keys asked for in this request so far, in their order. */
  @SuppressWarnings("unchecked")
  public static Set<String> ofThisRequest() {
    return CurrentRequest.get()
        .map(
            request -> {
              Set<String> keys = (Set<String>) request.getAttribute(ATTRIBUTE);
              if (keys == null) {
                keys = new LinkedHashSet<>();
                request.setAttribute(ATTRIBUTE, keys);
              }
              return keys;
            })
        .orElseGet(LinkedHashSet::new);
  }

  /** One chain of requests. */
  private static final class Required implements RequiredResources {
    @Override
    public RequiredResources requireWebResource(String moduleKey) {
      ofThisRequest().add(moduleKey);
      return this;
    }
  }
}
