package io.appofapps.confluence.confluence;

import com.atlassian.confluence.util.velocity.VelocityUtils;
import io.appofapps.confluence.view.Templates;
import io.appofapps.confluence.view.body.Html;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;

/** The app's templates by Confluence's own engine, which escapes. */
@Named
public class ConfluenceTemplates implements Templates {

  @Inject
  public ConfluenceTemplates() {}

  @Override
  public String render(String name, Map<String, Object> context) {
    Map<String, Object> legible = new HashMap<>(context);
    legible.replaceAll(
        (key, value) ->
            value instanceof String text && !key.endsWith("Html") ? Html.legible(text) : value);
    return VelocityUtils.getRenderedTemplate("templates/" + name + ".vm", legible);
  }
}
