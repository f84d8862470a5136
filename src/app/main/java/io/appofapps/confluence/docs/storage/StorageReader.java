package io.appofapps.confluence.docs.storage;

import io.appofapps.confluence.docs.storage.UnreadableStorageException.Reason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the storage format: XML without a prolog, with prefixes nobody declares and the named
 * characters of XHTML. Nothing outside of the text is ever asked, and size and depth are limited.
 */
public final class StorageReader {

  /** Most chars of a text. */
  public static final int LARGEST = 2_000_000;

  private static final int MOST_ELEMENTS = 200_000;
  private static final int DEEPEST = 500;
  private static final String CDATA = "<![CDATA[";

  private final String text;
  private final Deque<Open> open = new ArrayDeque<>();
  private int at;
  private int elements;

  private StorageReader(String text) {
    this.text = text;
  }

  /**
   * The text as children of one element without a name that spans it all.
   *
   * @throws UnreadableStorageException when it is not well-formed or too large
   */
  public static StorageElement read(String text) throws UnreadableStorageException {
    if (text.length() > LARGEST) {
      throw new UnreadableStorageException(Reason.TOO_LARGE, LARGEST);
    }
    return new StorageReader(text).document();
  }

  private StorageElement document() throws UnreadableStorageException {
    Open root = new Open("", Map.of(), 0, 0);
    open.push(root);
    while (at < text.length()) {
      if (text.charAt(at) != '<') {
        characters();
      } else if (text.startsWith("<!--", at)) {
        at = after("-->", at + 4);
      } else if (text.startsWith(CDATA, at)) {
        cdata();
      } else if (text.startsWith("</", at)) {
        endTag();
      } else if (text.startsWith("<!", at) || text.startsWith("<?", at)) {
        throw error(Reason.FORBIDDEN);
      } else {
        startTag();
      }
    }
    if (open.size() > 1) {
      throw error(Reason.MALFORMED);
    }
    return root.close(at, at);
  }

  private void characters() {
    int start = at;
    int next = text.indexOf('<', at);
    at = next < 0 ? text.length() : next;
    add(new StorageText(References.resolve(text.substring(start, at)), start, at));
  }

  private void cdata() throws UnreadableStorageException {
    int start = at;
    at = after("]]>", at + CDATA.length());
    add(new StorageText(text.substring(start + CDATA.length(), at - 3), start, at));
  }

  private void endTag() throws UnreadableStorageException {
    int start = at;
    at += 2;
    String name = name();
    space();
    expect('>');
    if (open.size() == 1 || !open.peek().name.equals(name)) {
      at = start;
      throw error(Reason.MALFORMED);
    }
    add(open.pop().close(start, at));
  }

  private void startTag() throws UnreadableStorageException {
    int start = at++;
    if (++elements > MOST_ELEMENTS) {
      throw error(Reason.TOO_LARGE);
    }
    String name = name();
    Map<String, String> attributes = attributes();
    boolean selfClosing = is('/');
    if (selfClosing) {
      at++;
    }
    expect('>');
    Open element = new Open(name, attributes, start, at);
    if (selfClosing) {
      add(element.close(at, at));
    } else if (open.size() > DEEPEST) {
      throw error(Reason.TOO_DEEP);
    } else {
      open.push(element);
    }
  }

  private Map<String, String> attributes() throws UnreadableStorageException {
    Map<String, String> attributes = new HashMap<>();
    while (space() && !is('/') && !is('>')) {
      String name = name();
      space();
      expect('=');
      space();
      char quote = at < text.length() ? text.charAt(at) : ' ';
      int end = quote == '"' || quote == '\'' ? text.indexOf(quote, at + 1) : -1;
      String raw = end < 0 ? "<" : text.substring(at + 1, end);
      if (raw.indexOf('<') >= 0 || attributes.put(name, References.resolve(raw)) != null) {
        throw error(Reason.MALFORMED);
      }
      at = end + 1;
    }
    return attributes;
  }

  private String name() throws UnreadableStorageException {
    int start = at;
    while (at < text.length() && isOfName(text.charAt(at))) {
      at++;
    }
    if (start == at || !isFirstOfName(text.charAt(start))) {
      throw error(Reason.MALFORMED);
    }
    return text.substring(start, at);
  }

  private static boolean isFirstOfName(char c) {
    return Character.isLetter(c) || c == '_';
  }

  private static boolean isOfName(char c) {
    return Character.isLetterOrDigit(c) || c == ':' || c == '-' || c == '_' || c == '.';
  }

  /** Goes over space; says whether there was any. */
  private boolean space() {
    int start = at;
    while (is(' ') || is('\n') || is('\t') || is('\r')) {
      at++;
    }
    return at > start;
  }

  private boolean is(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private void expect(char c) throws UnreadableStorageException {
    if (!is(c)) {
      throw error(Reason.MALFORMED);
    }
    at++;
  }

  private int after(String mark, int from) throws UnreadableStorageException {
    int found = text.indexOf(mark, from);
    if (found < 0) {
      throw error(Reason.MALFORMED);
    }
    return found + mark.length();
  }

  private void add(StorageNode node) {
    open.element().children.add(node);
  }

  private UnreadableStorageException error(Reason reason) {
    return new UnreadableStorageException(reason, at);
  }

  /** An element whose end tag has not come yet. */
  private static final class Open {
    private final String name;
    private final Map<String, String> attributes;
    private final int start;
    private final int contentStart;
    private final List<StorageNode> children = new ArrayList<>();

    private Open(String name, Map<String, String> attributes, int start, int contentStart) {
      this.name = name;
      this.attributes = attributes;
      this.start = start;
      this.contentStart = contentStart;
    }

    private StorageElement close(int contentEnd, int end) {
      return new StorageElement(name, attributes, children, start, contentStart, contentEnd, end);
    }
  }
}
