package io.appofapps.confluence.configuration.rows;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/**
 * One version of the configuration, written once and never changed. The version is the key, so that
 * of two nodes that save at the same time only one can.
 */
@Preload
@Table("VERSION_ROW")
public interface VersionRow extends RawEntity<Long> {

  @NotNull
  @PrimaryKey("VERSION_NUMBER")
  Long getVersionNumber();

  void setVersionNumber(Long versionNumber);

  /** Key of the user, or the name of the file it came from. */
  String getAuthorKey();

  void setAuthorKey(String authorKey);

  long getSavedMillis();

  void setSavedMillis(long savedMillis);

  /** JSON, ASCII only, without secrets. */
  @StringLength(StringLength.UNLIMITED)
  String getDocument();

  void setDocument(String document);
}
