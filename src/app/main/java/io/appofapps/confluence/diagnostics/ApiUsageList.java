package io.appofapps.confluence.diagnostics;

import io.appofapps.confluence.diagnostics.ApiUse.ByInheritance;
import io.appofapps.confluence.diagnostics.ApiUse.Kind;
import io.appofapps.confluence.diagnostics.ApiUse.OfMember;
import io.appofapps.confluence.diagnostics.ApiUse.OfType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Reads the list of uses that the build writes beside this class. */
final class ApiUsageList {

  private static final String RESOURCE = "atlassian-api-usage.txt";

  private ApiUsageList() {}

  /**
   * The uses of this very jar.
   *
   * @throws IllegalStateException when the jar was built without the list
   */
  static List<ApiUse> shipped() {
    try (InputStream in = ApiUsageList.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks " + RESOURCE);
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The uses of a list, one a line, fields separated by tabs.
   *
   * @throws IllegalArgumentException when a line is none of the known forms
   */
  static List<ApiUse> parse(String text) {
    return text.lines().map(ApiUsageList::use).toList();
  }

  private static ApiUse use(String line) {
    String[] fields = line.split("\t");
    if (fields[0].equals("type") && fields.length == 3) {
      return new OfType(Kind.valueOf(fields[1].toUpperCase(Locale.ROOT)), fields[2]);
    }
    if (fields[0].equals("inherits") && fields.length == 3) {
      return new ByInheritance(fields[1], fields[2]);
    }
    if ((fields[0].equals("method") || fields[0].equals("field")) && fields.length == 5) {
      return new OfMember(fields[1].equals("static"), fields[2], fields[3], fields[4]);
    }
    throw new IllegalArgumentException("Not a use of the API: " + line);
  }
}
