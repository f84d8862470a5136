package io.appofapps.confluence.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/** A token in a file, read again when the file changed and after the server refused it. */
final class FileToken implements BearerTokens {

  private static final long MAX_BYTES = 64 * 1024;

  private final Path file;
  private Optional<Read> last = Optional.empty();

  FileToken(Path file) {
    this.file = file;
  }

  /** The key counts too: files mounted by Kubernetes are changed by exchanging a link. */
  private record Read(FileTime modified, long size, Optional<Object> key, String token) {
    @Override
    public String toString() {
      return "***";
    }
  }

  @Override
  public synchronized Optional<String> current() {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      if (last.isEmpty() || !isSame(last.get(), now)) {
        last = Optional.of(read(now));
      }
      return last.map(Read::token);
    } catch (IOException e) {
      throw new NoTokenException(
          "The token file cannot be read: check that it exists and that Confluence's own account"
              + " may read it.");
    }
  }

  @Override
  public synchronized Optional<String> refused(String token) {
    last = Optional.empty();
    return current().filter(fresh -> !fresh.equals(token));
  }

  private Read read(BasicFileAttributes now) throws IOException {
    if (now.size() > MAX_BYTES) {
      throw new NoTokenException("The token file is larger than 64 KiB, so it holds no token.");
    }
    String token = Files.readString(file).strip();
    if (!SecretShape.isToken(token)) {
      throw new NoTokenException("The token file does not hold exactly one token.");
    }
    return new Read(now.lastModifiedTime(), now.size(), Optional.ofNullable(now.fileKey()), token);
  }

  private static boolean isSame(Read read, BasicFileAttributes now) {
    return read.modified().equals(now.lastModifiedTime())
        && read.size() == now.size()
        && read.key().equals(Optional.ofNullable(now.fileKey()));
  }
}
