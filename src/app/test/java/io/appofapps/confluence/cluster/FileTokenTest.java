package io.appofapps.confluence.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTokenTest {

  @TempDir Path folder;

  @Test
  void aFileThatIsExchangedIsReadAgain() throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "one\n");
    FileToken token = new FileToken(file);
    assertThat(token.current()).contains("one");

    Path next = Files.writeString(folder.resolve("next"), "two\n");
    Files.setLastModifiedTime(next, Files.getLastModifiedTime(file));
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    assertThat(token.current()).contains("two");
  }

  @Test
  void afterARefusalTheFileIsReadAgainAlthoughItLooksTheSame() throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "one");
    FileTime stamp = Files.getLastModifiedTime(file);
    FileToken token = new FileToken(file);
    token.current();
    Files.writeString(file, "two");
    Files.setLastModifiedTime(file, stamp);

    assertThat(token.refused("one")).contains("two");
    assertThat(token.refused("two")).isEmpty();
  }

  @Test
  void whatIsNoTokenIsSaidWithoutBeingQuoted() throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "secret one\nsecret two");

    assertThatThrownBy(new FileToken(file)::current)
        .isInstanceOf(BearerTokens.NoTokenException.class)
        .hasMessageNotContaining("secret");
    assertThatThrownBy(new FileToken(folder.resolve("absent"))::current)
        .isInstanceOf(BearerTokens.NoTokenException.class)
        .hasMessageContaining("cannot be read");
  }
}
