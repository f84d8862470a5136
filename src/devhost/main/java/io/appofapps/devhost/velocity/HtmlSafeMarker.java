package io.appofapps.devhost.velocity;

import java.io.Writer;
import org.apache.velocity.context.InternalContextAdapter;
import org.apache.velocity.runtime.directive.Directive;
import org.apache.velocity.runtime.parser.node.Node;

/** {@code #htmlSafe()} only marks a template that was written for escaping; it changes nothing. */
public final class HtmlSafeMarker extends Directive {

  @Override
  public String getName() {
    return "htmlSafe";
  }

  @Override
  public int getType() {
    return LINE;
  }

  @Override
  public boolean render(InternalContextAdapter context, Writer writer, Node node) {
    return true;
  }
}
