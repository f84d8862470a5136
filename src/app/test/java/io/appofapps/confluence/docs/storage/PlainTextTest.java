package io.appofapps.confluence.docs.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

  private static String text(String storage) throws UnreadableStorageException {
    return PlainText.of(StorageReader.read(storage));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<h2>Runbook</h2><p>Call  <strong>me</strong>.</p> | == Runbook~Call me.",
        "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul> | - a~  - b~- c",
        "<p>a<br/>b</p><hr/><p>c</p> | a~b~---~c",
        "<p><a href=\"https://x.example.com\">x</a></p> | x (https://x.example.com)",
        "<p>&lt;b&gt; &amp; &nbsp;x</p> | <b> & x",
        "<p><time datetime=\"2026-01-02\"/></p> | 2026-01-02",
        "<style>p {}</style><p>a</p> | a",
      })
  void markupBecomesPlainText(String storage, String text) throws UnreadableStorageException {
    assertThat(text(storage)).isEqualTo(text.replace('~', '\n').replace("==", "##"));
  }

  @Test
  void rowsOfTablesAreLines() throws UnreadableStorageException {
    assertThat(
            text(
                "<table><tbody><tr><th>Owner</th><td><p>team</p><p>pay</p></td></tr>"
                    + "<tr><th>On call</th><td/></tr></tbody></table>"))
        .isEqualTo("| Owner | team; pay\n| On call |");
  }

  @Test
  void macrosAreNamedAndTheirBodiesRead() throws UnreadableStorageException {
    assertThat(
            text(
                """
                <ac:structured-macro ac:name="aoa-tree"><ac:parameter ac:name="set">hq</ac:parameter></ac:structured-macro>
                <ac:structured-macro ac:name="info"><ac:rich-text-body><p>Careful</p></ac:rich-text-body></ac:structured-macro>
                <ac:structured-macro ac:name="code"><ac:plain-text-body><![CDATA[kubectl ``` get\n  pods]]></ac:plain-text-body></ac:structured-macro>
                """))
        .isEqualTo("[aoa-tree set=hq]\nCareful\n```\nkubectl ''' get\n  pods\n```");
  }

  @Test
  void linksTasksAndPeopleAreWords() throws UnreadableStorageException {
    assertThat(
            text(
                "<p>See <ac:link><ri:page ri:content-title=\"Runbook\"/></ac:link> and"
                    + " <ac:link><ri:page"
                    + " ri:content-title=\"X\"/><ac:link-body>this</ac:link-body></ac:link>, ask"
                    + " <ac:link><ri:user ri:userkey=\"1\"/></ac:link></p>"
                    + "<ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>complete</ac:task-status>"
                    + "<ac:task-body>done</ac:task-body></ac:task></ac:task-list>"))
        .isEqualTo("See Runbook and this, ask [a person]\n- [x] done");
  }
}
