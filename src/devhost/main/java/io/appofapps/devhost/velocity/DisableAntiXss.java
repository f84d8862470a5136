package io.appofapps.devhost.velocity;

import java.io.Writer;
import org.apache.velocity.context.InternalContextAdapter;
import org.apache.velocity.runtime.RuntimeServices;
import org.apache.velocity.runtime.directive.Directive;
import org.apache.velocity.runtime.parser.node.Node;

/** Marks its template as one that escapes for itself. */
public final class DisableAntiXss extends Directive {

  static String attribute(String template) {
    return DisableAntiXss.class.getName() + ":" + template;
  }

  @Override
  public String getName() {
    return "disableAntiXss";
  }

  @Override
  public int getType() {
    return LINE;
  }

  @Override
  public void init(RuntimeServices services, InternalContextAdapter context, Node node) {
    super.init(services, context, node);
    services.setApplicationAttribute(attribute(getTemplateName()), Boolean.TRUE);
  }

  @Override
  public boolean render(InternalContextAdapter context, Writer writer, Node node) {
    return true;
  }
}
