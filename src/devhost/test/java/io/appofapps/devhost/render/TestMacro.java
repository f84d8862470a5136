package io.appofapps.devhost.render;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.atlassian.confluence.macro.Macro;
import com.atlassian.confluence.macro.MacroExecutionException;
import java.util.Map;

/** A macro made of a function. */
record TestMacro(Macro.BodyType bodyType, Body run) implements Macro {

  interface Body {
    String apply(Map<String, String> parameters, String body, ConversionContext context)
        throws MacroExecutionException;
  }

  @Override
  public String execute(Map<String, String> parameters, String body, ConversionContext context)
      throws MacroExecutionException {
    return run.apply(parameters, body, context);
  }

  @Override
  public BodyType getBodyType() {
    return bodyType;
  }

  @Override
  public OutputType getOutputType() {
    return OutputType.BLOCK;
  }
}
