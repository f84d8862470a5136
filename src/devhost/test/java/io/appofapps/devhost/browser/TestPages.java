package io.appofapps.devhost.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pages that a test writes, as the administrator. */
final class TestPages {

  static final List<String> OUTPUTS =
      List.of("display", "mobile", "pdf", "word", "email", "html_export", "feed", "diff");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PAGES = "/rest/devhost/1.0/pages";
  private final Account admin;

  TestPages(RunningDemo demo) {
    admin = Account.of(demo, "admin");
  }

  /** Makes a page, and its space unless it is there; answers its id. */
  long write(String space, String title, String body, String... labels) {
    HttpResponse<String> made =
        admin.post(
            PAGES,
            text(
                List.of(
                    Map.of(
                        "space", space, "title", title, "body", body, "labels", List.of(labels)))));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return Long.parseLong(made.body().replaceAll("\\D", ""));
  }

  void trash(long page) {
    change(page, "trash", Map.of());
  }

  void restore(long page) {
    change(page, "restore", Map.of());
  }

  /** Lets only that person view the page. */
  void restrict(long page, String person) {
    change(page, "restrict", Map.of("kind", "VIEW", "users", Set.of(person), "groups", Set.of()));
  }

  /** Lets only that person edit the page. */
  void limitEditing(long page, String person) {
    change(page, "restrict", Map.of("kind", "EDIT", "users", Set.of(person), "groups", Set.of()));
  }

  private void change(long page, String how, Object body) {
    HttpResponse<String> changed = admin.post(PAGES + "/" + page + "/" + how, text(body));
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
  }

  /** Storage format with every macro, and every form of those that have several. */
  static String everyMacro(String set, String application) {
    String ofSet = parameter("set", set);
    return "<p>"
        + macro("aoa-drift", ofSet + parameter("form", "badge"))
        + "</p>"
        + macro("aoa-tree", ofSet)
        + macro("aoa-tree", ofSet + parameter("layout", "table"))
        + macro("aoa-environments", ofSet)
        + macro("aoa-owners", ofSet)
        + macro("aoa-drift", ofSet)
        + macro("aoa-application", ofSet + parameter("application", application));
  }

  /** Confluence's macro that shows another page's body. */
  static String include(String space, String title) {
    return macro(
        "include",
        "<ac:parameter ac:name=\"\"><ac:link><ri:page ri:space-key=\""
            + space
            + "\" ri:content-title=\""
            + title
            + "\"/></ac:link></ac:parameter>");
  }

  /** Confluence's Page Properties with one field. */
  static String details(String field, String cell) {
    return macro(
        "details",
        "<ac:rich-text-body><table><tbody><tr><th>"
            + field
            + "</th><td>"
            + cell
            + "</td></tr></tbody></table></ac:rich-text-body>");
  }

  static String macro(String name, String parameters) {
    return "<ac:structured-macro ac:name=\"" + name + "\">" + parameters + "</ac:structured-macro>";
  }

  static String parameter(String name, String value) {
    return "<ac:parameter ac:name=\"" + name + "\">" + value + "</ac:parameter>";
  }

  private static String text(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
