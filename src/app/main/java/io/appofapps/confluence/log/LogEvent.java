package io.appofapps.confluence.log;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A log line that programs can read, in logfmt: {@code event=connection.phase connection=prod
 * phase=live}. To be given to a logger as its argument, so that it is written only when somebody
 * listens: {@code LOG.info("{}", LogEvent.of("leader.taken").with("connection", id))}.
 *
 * <p>Values are put on one line; none may be a secret.
 */
public final class LogEvent {

  private final Map<String, String> fields = new LinkedHashMap<>();

  private LogEvent() {}

  /**
   * An event without ids.
   *
   * @param name of the event, {@code thing.what-happened}
   */
  public static LogEvent of(String name) {
    return new LogEvent().with("event", name);
  }

  /** It with one more field; an empty value is left out. */
  public LogEvent with(String key, Object value) {
    String text = String.valueOf(value);
    if (!text.isEmpty()) {
      fields.put(key, text);
    }
    return this;
  }

  @Override
  public String toString() {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + quoted(field.getValue()))
        .collect(Collectors.joining(" "));
  }

  private static String quoted(String value) {
    String line = value.replaceAll("[\\p{Cntrl}\\x{2028}\\x{2029}]+", " ");
    return line.matches("[^\\s\"=\\\\]+")
        ? line
        : '"' + line.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
