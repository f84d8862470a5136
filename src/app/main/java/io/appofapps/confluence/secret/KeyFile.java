package io.appofapps.confluence.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code app-of-apps.key} in the shared home, readable by its owner only. A whole file appears at
 * once under its name, whichever node writes it: it is written under another name first.
 */
final class KeyFile {

  private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);
  private static final String NAME = "app-of-apps.key";
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final Path file;

  KeyFile(Path home) {
    this.file = home.resolve(NAME);
  }

  /**
   * The keys, empty when there is no file.
   *
   * @throws KeyFileException when there is one that cannot be used
   */
  Optional<SecretKeys> read() {
    try {
      String text = Files.readString(file);
      keepToOwner();
      return Optional.of(SecretKeys.parse(text));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (KeyFileException e) {
      throw new KeyFileException(
          file + " cannot be used: " + e.getMessage() + ". Restore it from a backup.");
    } catch (IOException e) {
      throw new KeyFileException(
          file + " cannot be read by Confluence's own account: " + e.getClass().getSimpleName());
    }
  }

  /**
   * The keys; makes the file when there is none. Of several nodes that do so at once one wins, and
   * all get its keys.
   */
  SecretKeys readOrCreate() {
    Optional<SecretKeys> there = read();
    if (there.isPresent()) {
      return there.get();
    }
    Path draft = write(SecretKeys.fresh());
    try {
      // A link is refused when the name is taken, also by a file that this node does not see yet
      // because a network file system remembers its absence.
      Files.createLink(file, draft);
      LOG.info("Made the key file {}; back it up apart from the database", file);
    } catch (FileAlreadyExistsException e) {
      LOG.debug("Another node made the key file first", e);
    } catch (UnsupportedOperationException | IOException e) {
      createWithoutLink(draft);
    } finally {
      delete(draft);
    }
    return read().orElseThrow(() -> new KeyFileException(file + " vanished while it was made"));
  }

  /** Puts other keys in place of those in the file, in one step. */
  void replace(SecretKeys keys) {
    Path draft = write(keys);
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      delete(draft);
      throw new KeyFileException(
          file + " cannot be replaced: " + e.getClass().getSimpleName() + ".");
    }
  }

  private void createWithoutLink(Path draft) {
    try {
      write(file, Files.readString(draft));
      LOG.info("Made the key file {}; back it up apart from the database", file);
    } catch (FileAlreadyExistsException e) {
      LOG.debug("Another node made the key file first", e);
    } catch (IOException e) {
      throw new KeyFileException(file + " cannot be made: " + e.getClass().getSimpleName() + ".");
    }
  }

  private Path write(SecretKeys keys) {
    Path draft =
        file.resolveSibling(
            NAME + "." + ProcessHandle.current().pid() + "." + System.nanoTime() + ".tmp");
    try {
      write(draft, keys.text());
      return draft;
    } catch (IOException e) {
      throw new KeyFileException(
          draft.getParent()
              + " cannot be written to by Confluence's own account: "
              + e.getClass().getSimpleName()
              + ".");
    }
  }

  private static void write(Path target, String text) throws IOException {
    FileAttribute<?>[] rights =
        isPosix(target.getParent())
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
            : new FileAttribute<?>[0];
    try (FileChannel out =
        FileChannel.open(
            target, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), rights)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
  }

  /** Takes away rights of others, which a restored backup or a careless hand may have given. */
  private void keepToOwner() throws IOException {
    if (isPosix(file)) {
      Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
      if (!OWNER_ONLY.containsAll(rights)) {
        try {
          Files.setPosixFilePermissions(file, OWNER_ONLY);
        } catch (IOException e) {
          throw new KeyFileException(
              "others than its owner have rights on it, and they cannot be taken away (chmod 600)");
        }
        LOG.warn(
            "{} could be read by others than its owner; that is mended. Change the key"
                + " (\"Change encryption key\" in the settings) if somebody may have read it.",
            file);
      }
    }
  }

  private static boolean isPosix(Path path) {
    return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
  }

  private static void delete(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
