package io.appofapps.devhost.render;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * One {@code ac:structured-macro} of a body.
 *
 * @param name storage name
 * @param parameters in their order; the default parameter has the empty name
 * @param richBody element whose children are the rich-text body
 * @param plainBody text of the plain-text body
 */
public record MacroCall(
    String name,
    Map<String, String> parameters,
    Optional<Element> richBody,
    Optional<String> plainBody) {

  public static MacroCall of(Element element) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (Element parameter : Xml.children(element, "ac:parameter")) {
      parameters.put(parameter.getAttribute("ac:name"), value(parameter));
    }
    return new MacroCall(
        element.getAttribute("ac:name"),
        parameters,
        Xml.child(element, "ac:rich-text-body"),
        Xml.child(element, "ac:plain-text-body").map(Element::getTextContent));
  }

  /** Text, or what a resource identifier inside the parameter names. */
  private static String value(Element parameter) {
    return Xml.children(parameter).stream()
        .findFirst()
        .map(MacroCall::identifier)
        .orElseGet(parameter::getTextContent);
  }

  private static String identifier(Element resource) {
    return switch (resource.getNodeName()) {
      case "ri:page", "ri:blog-post" -> {
        String space = resource.getAttribute("ri:space-key");
        String title = resource.getAttribute("ri:content-title");
        yield space.isEmpty() ? title : space + ":" + title;
      }
      case "ri:space" -> resource.getAttribute("ri:space-key");
      case "ri:user" ->
          resource.hasAttribute("ri:username")
              ? resource.getAttribute("ri:username")
              : resource.getAttribute("ri:userkey");
      case "ri:url" -> resource.getAttribute("ri:value");
      case "ri:attachment" -> resource.getAttribute("ri:filename");
      case "ac:link" ->
          Xml.children(resource).stream().findFirst().map(MacroCall::identifier).orElse("");
      default -> resource.getTextContent();
    };
  }
}
