package io.appofapps.devhost.velocity;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.velocity.app.event.ReferenceInsertionEventHandler;
import org.apache.velocity.context.Context;
import org.apache.velocity.context.InternalContextAdapter;
import org.apache.velocity.runtime.RuntimeServices;

/**
 * Confluence's automatic escaping: every inserted reference is escaped unless it is a scalar whose
 * name ends with {@code html} or is {@code body}, {@code head}, {@code xHtmlContent}, unless the
 * value's {@code toString} is marked {@code HtmlSafe}, or the template switches escaping off with
 * {@code #disableAntiXss()}.
 */
final class HtmlEscape implements ReferenceInsertionEventHandler {

  private static final Pattern SCALAR = Pattern.compile("\\$!?\\{?([A-Za-z][\\w-]*)}?");
  private static final Set<String> SAFE_NAMES = Set.of("xHtmlContent", "body", "head");
  private static final String HTML_SAFE = "com.atlassian.velocity.htmlsafe.HtmlSafe";

  private final RuntimeServices runtime;

  HtmlEscape(RuntimeServices runtime) {
    this.runtime = runtime;
  }

  @Override
  public Object referenceInsert(Context context, String reference, Object value) {
    if (value == null || isSafeName(reference) || isSafe(value) || isOff(context)) {
      return value;
    }
    return escape(value.toString());
  }

  static boolean isSafeName(String reference) {
    Matcher scalar = SCALAR.matcher(reference);
    if (!scalar.matches()) {
      return false;
    }
    String name = scalar.group(1);
    return SAFE_NAMES.contains(name) || name.toLowerCase(Locale.ROOT).endsWith("html");
  }

  private static boolean isSafe(Object value) {
    if (value instanceof Number || value instanceof Boolean) {
      return true;
    }
    if (value instanceof String) {
      return false;
    }
    return SAFE_TYPES.get(value.getClass());
  }

  private static final ClassValue<Boolean> SAFE_TYPES =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          try {
            for (var annotation : type.getMethod("toString").getAnnotations()) {
              if (annotation.annotationType().getName().equals(HTML_SAFE)) {
                return true;
              }
            }
            return false;
          } catch (NoSuchMethodException e) {
            return false;
          }
        }
      };

  private boolean isOff(Context context) {
    return context instanceof InternalContextAdapter internal
        && runtime.getApplicationAttribute(
                DisableAntiXss.attribute(internal.getCurrentTemplateName()))
            != null;
  }

  /** The text with the five signs that matter in HTML replaced. */
  static String escape(String text) {
    StringBuilder escaped = null;
    for (int i = 0; i < text.length(); i++) {
      String entity =
          switch (text.charAt(i)) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> null;
          };
      if (entity != null && escaped == null) {
        escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
      }
      if (escaped != null) {
        if (entity == null) {
          escaped.append(text.charAt(i));
        } else {
          escaped.append(entity);
        }
      }
    }
    return escaped == null ? text : escaped.toString();
  }
}
