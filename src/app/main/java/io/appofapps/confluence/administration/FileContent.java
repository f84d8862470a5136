package io.appofapps.confluence.administration;

import io.appofapps.confluence.configuration.FieldError;
import io.appofapps.confluence.configuration.InvalidConfigurationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** What a file holds, and a hash that tells it from other contents. */
final class FileContent {

  private static final long LARGEST = 1 << 20;

  private final byte[] bytes;
  private final String hash;

  private FileContent(byte[] bytes) {
    this.bytes = bytes;
    this.hash = hash(bytes);
  }

  /** The content; empty when there is no such file. */
  static Optional<FileContent> read(Path file) throws IOException {
    try {
      if (Files.size(file) > LARGEST) {
        throw new IOException(file + " is larger than 1 MiB");
      }
      return Optional.of(new FileContent(Files.readAllBytes(file)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  String hash() {
    return hash;
  }

  /**
   * @throws InvalidConfigurationException when it is not UTF-8
   */
  String text() {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new InvalidConfigurationException(
          List.of(new FieldError("document", "is not UTF-8: save it so")));
    }
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
