package io.appofapps.confluence.docs.desk;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.docs.DocumentationRules;
import io.appofapps.confluence.docs.FieldRule;
import io.appofapps.confluence.docs.Subject;

/** The page that is offered for an Application without one: macros, and cells for people. */
final class ServicePage {

  private ServicePage() {}

  /** Storage format of the page; all that comes from the cluster is only text. */
  static String storage(Subject subject, String set, DocumentationRules rules) {
    StringBuilder page = new StringBuilder();
    page.append(macro("aoa-application", set, subject.key()));
    page.append("<ac:structured-macro ac:name=\"details\"><ac:rich-text-body><table><tbody>");
    for (FieldRule field : rules.fields()) {
      String header = field.headers().isEmpty() ? field.key() : field.headers().get(0);
      page.append("<tr><th>")
          .append(escaped(header))
          .append("</th><td>")
          .append(escaped(value(subject.metadata().getOrDefault(field.key(), ""))))
          .append("</td></tr>");
    }
    page.append("</tbody></table></ac:rich-text-body></ac:structured-macro>");
    page.append(macro("aoa-drift", set, subject.key()));
    return page.toString();
  }

  /** Of a link with a title the address. */
  private static String value(String stated) {
    return stated.substring(stated.lastIndexOf("|http") + 1);
  }

  private static String macro(String name, String set, ApplicationKey application) {
    return "<ac:structured-macro ac:name=\""
        + name
        + "\">"
        + parameter("set", set)
        + parameter("application", application.toString())
        + "</ac:structured-macro>";
  }

  private static String parameter(String name, String value) {
    return "<ac:parameter ac:name=\"" + name + "\">" + escaped(value) + "</ac:parameter>";
  }

  private static String escaped(String text) {
    return text.replaceAll("[\\p{Cntrl}\\x{fffe}\\x{ffff}\\p{Cs}]", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
