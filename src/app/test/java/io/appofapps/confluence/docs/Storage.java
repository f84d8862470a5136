package io.appofapps.confluence.docs;

import java.util.List;

/** Pieces of storage format as Confluence's editor writes them. */
public final class Storage {

  private Storage() {}

  public static String details(String rows) {
    return "<ac:structured-macro ac:name=\"details\" ac:schema-version=\"1\"><ac:rich-text-body>"
        + "<table class=\"wrapped\"><colgroup><col /><col /></colgroup><tbody>"
        + rows
        + "</tbody></table></ac:rich-text-body></ac:structured-macro>";
  }

  public static String row(String header, String cell) {
    return "<tr><th scope=\"row\">" + header + "</th><td colspan=\"1\">" + cell + "</td></tr>";
  }

  public static String application(String name) {
    return "<ac:structured-macro ac:name=\"aoa-application\" ac:macro-id=\"1\">"
        + "<ac:parameter ac:name=\"application\">"
        + name
        + "</ac:parameter></ac:structured-macro>";
  }

  /** A page in the space OPS whose storage format that is. */
  public static KnownPage page(long id, String title, String storage) {
    return new KnownPage(id, "OPS", title, 1, List.of(), FactsReader.read(storage, Names.NONE));
  }
}
