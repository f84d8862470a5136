package io.appofapps.confluence.promotion.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.view.TestTexts;
import java.io.IOException;
import java.io.Serializable;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Manifests as people write them, each kind with what a promotion must make of it byte by byte, or
 * with the reason why it must not be touched.
 */
class EditCorpusTest {

  private final TestTexts texts = new TestTexts();

  private static Path corpus() throws URISyntaxException {
    return Path.of(
        EditCorpusTest.class.getResource("/io/appofapps/confluence/promotion/corpus").toURI());
  }

  @TestFactory
  Stream<DynamicTest> eachIsEditedByteForByteOrRefusedWithTheReason()
      throws IOException, URISyntaxException {
    return EditCase.all(corpus()).stream()
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> check(each)));
  }

  private void check(EditCase each) throws IOException {
    Plan plan = each.plan();
    assertThat(plan.blockers().stream().map(this::sentence).toList()).isEqualTo(each.blockers());
    assertThat(
            plan.moves().stream()
                .map(move -> move.what() + ": " + move.before() + " → " + move.after())
                .toList())
        .isEqualTo(each.moves());
    Map<String, byte[]> after = each.after();
    assertThat(plan.edits()).extracting(FileEdit::path).hasSameElementsAs(after.keySet());
    for (FileEdit edit : plan.edits()) {
      // as texts first, to be read when they differ
      assertThat(new String(edit.after(), StandardCharsets.UTF_8))
          .isEqualTo(new String(after.get(edit.path()), StandardCharsets.UTF_8));
      assertThat(edit.after()).isEqualTo(after.get(edit.path()));
    }
  }

  private String sentence(Blocker blocker) {
    return texts.get(blocker.text(), blocker.arguments().toArray(Serializable[]::new));
  }

  @Test
  void theCorpusIsNoSmallerThanItsPurpose() throws IOException, URISyntaxException {
    assertThat(EditCase.all(corpus())).hasSizeGreaterThan(70);
  }
}
