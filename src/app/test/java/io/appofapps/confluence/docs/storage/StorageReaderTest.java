package io.appofapps.confluence.docs.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appofapps.confluence.docs.storage.UnreadableStorageException.Reason;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

class StorageReaderTest {

  @Property(tries = 100)
  void itReadsWhatAnXmlParserReads(@ForAll("markup") String markup) throws Exception {
    String xml = "<r xmlns:ac=\"a\" xmlns:ri=\"b\">" + markup + "</r>";
    Node expected =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)))
            .getDocumentElement();
    StorageElement read = StorageReader.read(xml).elements().get(0);
    assertThat(read.text()).isEqualTo(expected.getTextContent());
    same(read, expected);
  }

  @Property(tries = 100)
  void everyNodeKnowsWhereItStands(@ForAll("markup") String markup) throws Exception {
    placed(StorageReader.read(markup), markup);
  }

  @Property(tries = 200)
  void noTextMakesItFailInAnyOtherWay(@ForAll String text) {
    try {
      StorageReader.read(text);
    } catch (UnreadableStorageException e) {
      assertThat(e.position()).isBetween(0, text.length());
    }
  }

  @Property(tries = 100)
  void aPieceOfAPageNeverMakesItFailInAnyOtherWay(
      @ForAll("markup") String markup, @ForAll int from, @ForAll int to) {
    int start = Math.floorMod(from, markup.length() + 1);
    int end = start + Math.floorMod(to, markup.length() - start + 1);
    noTextMakesItFailInAnyOtherWay(markup.substring(start, end));
  }

  @Example
  void namedCharactersAndThoseWithNumbersAreRead() throws Exception {
    assertThat(StorageReader.read("a&nbsp;&auml;&#228;&#xE4;&#x1F600;&amp;lt;").text())
        .isEqualTo("a\u00a0äää😀&lt;");
    assertThat(StorageReader.read("R&D &unknown; &#0; &#xD800; &#99999999999; &").text())
        .isEqualTo("R&D &unknown; &#0; &#xD800; &#99999999999; &");
  }

  @Example
  void whatNoPageHasIsRefused() {
    refused("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>", Reason.FORBIDDEN);
    refused("<?xml version=\"1.0\"?><a/>", Reason.FORBIDDEN);
    refused("<a><b></a></b>", Reason.MALFORMED);
    refused("<a", Reason.MALFORMED);
    refused("</a>", Reason.MALFORMED);
    refused("<a b=c/>", Reason.MALFORMED);
    refused("<a b='1' b='2'/>", Reason.MALFORMED);
    refused("<a>", Reason.MALFORMED);
    refused("<![CDATA[", Reason.MALFORMED);
    refused("<!-- ", Reason.MALFORMED);
    refused("< a/>", Reason.MALFORMED);
  }

  @Example
  void sizeAndDepthAreLimited() {
    refused("x".repeat(StorageReader.LARGEST + 1), Reason.TOO_LARGE);
    refused("<a/>".repeat(200_001), Reason.TOO_LARGE);
    refused("<a>".repeat(100_000), Reason.TOO_DEEP);
  }

  private static void refused(String text, Reason reason) {
    assertThatThrownBy(() -> StorageReader.read(text))
        .isInstanceOfSatisfying(
            UnreadableStorageException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static void same(StorageElement read, Node expected) {
    assertThat(read.name()).isEqualTo(expected.getNodeName());
    int at = 0;
    for (Node child = expected.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child.getNodeType() == Node.ELEMENT_NODE) {
        StorageElement element = read.elements().get(at++);
        for (int i = 0; i < child.getAttributes().getLength(); i++) {
          Node attribute = child.getAttributes().item(i);
          assertThat(element.attribute(attribute.getNodeName())).contains(attribute.getNodeValue());
        }
        same(element, child);
      }
    }
    assertThat(read.elements()).hasSize(at);
  }

  private static void placed(StorageElement element, String text) {
    for (StorageNode child : element.children()) {
      if (child instanceof StorageElement inner) {
        assertThat(text.substring(inner.start(), inner.end()))
            .startsWith("<" + inner.name())
            .endsWith(">");
        assertThat(text.substring(inner.contentEnd(), inner.end()))
            .startsWith(inner.isSelfClosing() ? "" : "</" + inner.name());
        assertThat(inner.contentStart()).isBetween(inner.start(), inner.contentEnd());
        placed(inner, text);
      } else if (child instanceof StorageText piece && text.charAt(piece.start()) != '<') {
        assertThat(References.resolve(text.substring(piece.start(), piece.end())))
            .isEqualTo(piece.text());
      }
    }
  }

  @Provide
  Arbitrary<String> markup() {
    Arbitrary<String> words =
        Arbitraries.of(
            "team",
            " ",
            "&amp;",
            "&lt;b&gt;",
            "😀",
            "שלום",
            "\n",
            "&#228;",
            "<!-- <x> -->",
            "<![CDATA[<p>&nbsp;]]>",
            "<br/>",
            "<ri:user ri:userkey=\"a&amp;b\" />");
    return Arbitraries.recursive(
        () -> words.list().ofMaxSize(4).map(each -> String.join("", each)),
        inner ->
            Arbitraries.of("p", "td", "ac:link", "strong")
                .flatMap(
                    name ->
                        inner
                            .tuple2()
                            .map(
                                two ->
                                    "<"
                                        + name
                                        + " a='1' ac:b = \"&quot;'\">"
                                        + two.get1()
                                        + "</"
                                        + name
                                        + "\n>"
                                        + two.get2())),
        0,
        4);
  }
}
