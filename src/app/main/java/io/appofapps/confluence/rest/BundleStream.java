package io.appofapps.confluence.rest;

import io.appofapps.confluence.support.Redaction;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A zip of texts, one of them in memory at a time, secrets masked. In the place of one that cannot
 * be made, also because this Confluence lacks what it uses, stands a file that names the kind of
 * the failure; its message stays in the log.
 */
final class BundleStream implements StreamingOutput {

  private static final Logger LOG = LoggerFactory.getLogger(BundleStream.class);

  private final Map<String, Supplier<String>> files;

  /**
   * @param files what makes each text, by the name of its file
   */
  BundleStream(Map<String, Supplier<String>> files) {
    this.files = files;
  }

  @Override
  public void write(OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    for (Map.Entry<String, Supplier<String>> file : files.entrySet()) {
      try {
        put(zip, file.getKey(), file.getValue().get());
      } catch (RuntimeException | LinkageError e) {
        LOG.warn("The file {} of a support bundle cannot be made", file.getKey(), e);
        put(zip, file.getKey() + ".failed.txt", kinds(e));
      }
    }
    zip.finish();
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    byte[] bytes = Redaction.of(text).getBytes(StandardCharsets.UTF_8);
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  /** Classes of the failure and of its causes, one a line. */
  private static String kinds(Throwable failure) {
    StringBuilder kinds = new StringBuilder();
    for (Throwable each = failure; each != null; each = each.getCause()) {
      kinds.append(each.getClass().getName()).append('\n');
    }
    return kinds.toString();
  }
}
