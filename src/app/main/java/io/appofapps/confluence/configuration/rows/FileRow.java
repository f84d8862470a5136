package io.appofapps.confluence.configuration.rows;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.Table;

/** Which content of a file of the shared home was applied last. */
@Preload
@Table("FILE_ROW")
public interface FileRow extends RawEntity<String> {

  @NotNull
  @PrimaryKey("FILE_KEY")
  String getFileKey();

  void setFileKey(String fileKey);

  String getContentHash();

  void setContentHash(String contentHash);
}
