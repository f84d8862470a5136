package io.appofapps.confluence.state.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.java.ao.schema.Table;
import org.junit.jupiter.api.Test;

/**
 * Active Objects refuses all tables of an app when the name of one is longer than 30 characters.
 */
class TableNamesTest {

  private static final Pattern ENTITY = Pattern.compile("<entity>([^<]+)</entity>");

  @Test
  void everyTableOfTheDescriptorHasANameThatActiveObjectsTakes()
      throws IOException, ClassNotFoundException {
    List<String> entities =
        ENTITY
            .matcher(Files.readString(Path.of("../../atlassian-plugin.xml")))
            .results()
            .map((MatchResult found) -> found.group(1))
            .toList();
    assertThat(entities).hasSizeBetween(10, 50);
    for (String entity : entities) {
      Table table = Class.forName(entity).getAnnotation(Table.class);
      assertThat(table).as(entity).isNotNull();
      assertThat("AO_FA3461_" + table.value()).hasSizeLessThanOrEqualTo(30);
    }
  }
}
