package io.appofapps.devhost.webresource;

import io.appofapps.devhost.plugin.Plugin;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The product's {@code jsI18n} transformation: {@code I18n.getText('key')} becomes the text as a
 * string literal; with arguments it becomes a call of {@code AJS.format}.
 */
public final class ScriptTexts {

  private static final Pattern CALL =
      Pattern.compile("(?:(?:AJS|WRM)\\.)?I18n\\.getText\\(\\s*(['\"])([\\w.-]+)\\1\\s*([,)])");

  /** The script with its texts put in; a key without a text stands for itself. */
  public String fill(String script, Plugin plugin, Locale locale) {
    Matcher matcher = CALL.matcher(script);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      String text = plugin.text(matcher.group(2), locale).orElse(matcher.group(2));
      String replacement =
          matcher.group(3).equals(",")
              ? "AJS.format(" + literal(text) + ","
              : literal(text.replace("''", "'"));
      matcher.appendReplacement(filled, Matcher.quoteReplacement(replacement));
    }
    return matcher.appendTail(filled).toString();
  }

  private static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\' || c == '<' || c < ' ' || c > '~') {
        literal.append(String.format("\\u%04x", (int) c));
      } else {
        literal.append(c);
      }
    }
    return literal.append('"').toString();
  }
}
