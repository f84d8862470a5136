package io.appofapps.confluence.promotion.splice;

import io.appofapps.confluence.promotion.splice.UnspliceableException.Why;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A YAML text with its documents, and where every scalar of them stands. Immutable. */
public final class YamlText {

  /** Manifests are smaller; Kubernetes itself takes no more than 1.5 MiB. */
  private static final int MOST_BYTES = 2 << 20;

  private static final char BOM = '\uFEFF';

  private final String text;
  private final String mark;
  private final List<Node> documents;

  private YamlText(String mark, String text, List<Node> documents) {
    this.mark = mark;
    this.text = text;
    this.documents = documents;
  }

  /**
   * Reads a file.
   *
   * @throws UnspliceableException {@link Why#NOT_YAML}, {@link Why#DUPLICATE_KEY}
   */
  public static YamlText parse(byte[] bytes) throws UnspliceableException {
    if (bytes.length > MOST_BYTES) {
      throw new UnspliceableException(Why.NOT_YAML);
    }
    try {
      return parse(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      throw new UnspliceableException(Why.NOT_YAML, e);
    }
  }

  static YamlText parse(String whole) throws UnspliceableException {
    boolean marked = !whole.isEmpty() && whole.charAt(0) == BOM;
    String text = marked ? whole.substring(1) : whole;
    LoadSettings settings =
        LoadSettings.builder()
            .setUseMarks(true)
            .setCodePointLimit(MOST_BYTES)
            // In one portion: it fails where a character of two code units lies across an edge.
            .setBufferSize(text.length() + 1)
            .setAllowDuplicateKeys(true)
            .build();
    List<Node> documents = new ArrayList<>();
    try {
      new Compose(settings).composeAllFromString(readable(text)).forEach(documents::add);
    } catch (YamlEngineException e) {
      throw new UnspliceableException(Why.NOT_YAML, e);
    }
    Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Node document : documents) {
      refuseDuplicates(document, seen);
    }
    return new YamlText(marked ? String.valueOf(BOM) : "", text, List.copyOf(documents));
  }

  /**
   * JSON may be indented with tabs, which this parser does not take; they have no other use in it.
   */
  private static String readable(String text) {
    String content = text.stripLeading();
    return content.startsWith("{") || content.startsWith("[") ? text.replace('\t', ' ') : text;
  }

  /** Argo CD's parser takes the last of two, others the first: such a text says two things. */
  private static void refuseDuplicates(Node node, Set<Node> seen) throws UnspliceableException {
    if (!seen.add(node)) {
      return;
    }
    if (node instanceof MappingNode mapping) {
      Set<String> keys = new HashSet<>();
      for (NodeTuple each : mapping.getValue()) {
        if (each.getKeyNode() instanceof ScalarNode key && !keys.add(key.getValue())) {
          throw new UnspliceableException(Why.DUPLICATE_KEY);
        }
        refuseDuplicates(each.getValueNode(), seen);
      }
    } else if (node instanceof SequenceNode sequence) {
      for (Node each : sequence.getValue()) {
        refuseDuplicates(each, seen);
      }
    }
  }

  /** How many documents there are. */
  public int size() {
    return documents.size();
  }

  /** A document as a tree to read. */
  public YamlNode document(int index) {
    return new YamlNode(documents.get(index));
  }

  /** The file's bytes. */
  public byte[] bytes() {
    return (mark + text).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The file with another value at one place.
   *
   * @param document index of the document
   * @param path leads to a scalar on one line
   * @param value what it becomes, read as text by every YAML parser
   * @throws UnspliceableException when the value cannot be replaced alone
   */
  public byte[] replace(int document, YamlPath path, String value) throws UnspliceableException {
    ScalarNode scalar = alone(document, path);
    int from = offset(scalar.getStartMark());
    int to = offset(scalar.getEndMark());
    String old = text.substring(from, to);
    if (old.indexOf('\n') >= 0 || old.indexOf('\r') >= 0) {
      throw new UnspliceableException(Why.NOT_A_LINE);
    }
    String written = Scalars.write(value, scalar.getScalarStyle());
    String edited = text.substring(0, from) + written + text.substring(to);
    verify(edited, document, path, value);
    return (mark + edited).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The file with another value in a text that is itself YAML, such as {@code helm.values}.
   *
   * @param outer leads to a literal block scalar
   * @param inner leads to a scalar on one line of the text in it
   */
  public byte[] replaceWithin(int document, YamlPath outer, YamlPath inner, String value)
      throws UnspliceableException {
    ScalarNode block = alone(document, outer);
    Block place = Block.of(text, offset(block.getStartMark()), offset(block.getEndMark()));
    if (!isSameText(place.content(), block.getValue())) {
      throw new UnspliceableException(Why.NOT_A_LINE);
    }
    String changed =
        new String(parse(place.content()).replace(0, inner, value), StandardCharsets.UTF_8);
    String edited = place.with(text, changed);
    YamlText after = parse(edited);
    String now = after.document(document).at(outer).flatMap(YamlNode::text).orElse("");
    if (!Trees.differOnlyAt(documents, after.documents, document, outer)
        || !isSameText(changed, now)) {
      throw new UnspliceableException(Why.NOT_A_LINE);
    }
    return (mark + edited).getBytes(StandardCharsets.UTF_8);
  }

  /** Whether YAML reads those lines as that: it knows one line end only. */
  private static boolean isSameText(String lines, String read) {
    return lines.replace("\r\n", "\n").stripTrailing().equals(read.stripTrailing());
  }

  private void verify(String edited, int document, YamlPath path, String value)
      throws UnspliceableException {
    YamlText after = parse(edited);
    Optional<String> now = after.document(document).at(path).flatMap(YamlNode::text);
    if (!now.equals(Optional.of(value))
        || !Trees.differOnlyAt(documents, after.documents, document, path)) {
      throw new UnspliceableException(Why.NOT_A_LINE);
    }
  }

  /** The scalar at the path when nothing else shares it. */
  private ScalarNode alone(int document, YamlPath path) throws UnspliceableException {
    Node node = documents.get(document);
    Aliases aliases = Aliases.of(node);
    for (Object step : path.steps()) {
      node = YamlNode.child(node, step).orElseThrow(() -> new UnspliceableException(Why.ABSENT));
      if (aliases.isShared(node)) {
        throw new UnspliceableException(Why.SHARED);
      }
    }
    if (node instanceof ScalarNode scalar) {
      if (scalar.getAnchor().isPresent()) {
        throw new UnspliceableException(Why.SHARED);
      }
      return scalar;
    }
    throw new UnspliceableException(Why.NOT_A_LINE);
  }

  /** Marks count code points, Java counts halves of surrogate pairs. */
  private int offset(Optional<Mark> place) throws UnspliceableException {
    int codePoints = place.orElseThrow(() -> new UnspliceableException(Why.NOT_YAML)).getIndex();
    return text.offsetByCodePoints(0, codePoints);
  }
}
