package io.appofapps.confluence.configuration.rows;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import net.java.ao.DBParam;

/** What all nodes know of files: by their names, the hash of the content that was applied last. */
@Named
public class AppliedFiles {

  private final ActiveObjects ao;

  @Inject
  public AppliedFiles(@ComponentImport ActiveObjects ao) {
    this.ao = ao;
  }

  /** The hash of what was applied last of the file; empty before that. */
  public Optional<String> find(String file) {
    return ao.executeInTransaction(
        () -> {
          FileRow[] rows = ao.find(FileRow.class, "FILE_KEY = ?", file);
          return rows.length == 0 ? Optional.empty() : Optional.of(rows[0].getContentHash());
        });
  }

  /** Remembers what was applied; to be called by one node at a time. */
  public void put(String file, String hash) {
    ao.executeInTransaction(
        () -> {
          FileRow[] rows = ao.find(FileRow.class, "FILE_KEY = ?", file);
          if (rows.length == 0) {
            ao.create(
                FileRow.class, new DBParam("FILE_KEY", file), new DBParam("CONTENT_HASH", hash));
          } else {
            rows[0].setContentHash(hash);
            rows[0].save();
          }
          return null;
        });
  }
}
