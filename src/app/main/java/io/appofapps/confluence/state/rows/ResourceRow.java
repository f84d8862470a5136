package io.appofapps.confluence.state.rows;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.Index;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.Indexes;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/**
 * One resource as last seen, or the tombstone of one. The columns are for queries; the document
 * holds all else. Names keep clear of SQL's reserved words and of Active Objects' limit of 30
 * characters.
 */
@Preload
@Table("RESOURCE_ROW")
@Indexes(
    @Index(
        name = "feed",
        methodNames = {"getConnectionKey", "getFeedNumber"}))
public interface ResourceRow extends RawEntity<String> {

  /** Digest of kind and key: the parts together are longer than a key column may be. */
  @NotNull
  @PrimaryKey("ROW_KEY")
  String getRowKey();

  void setRowKey(String rowKey);

  @Indexed
  String getConnectionKey();

  void setConnectionKey(String connectionKey);

  /** Number of the row's last change, unique and growing within the connection. */
  long getFeedNumber();

  void setFeedNumber(long feedNumber);

  /** One when the resource is gone; a number, because databases differ in their booleans. */
  int getTombstone();

  void setTombstone(int tombstone);

  /** Shape of the document; 0 or null in rows of before there was a feed. */
  int getFormatNumber();

  void setFormatNumber(int formatNumber);

  /** Digest of all that the row says, by which an unchanged one is told. */
  String getContentHash();

  void setContentHash(String contentHash);

  String getKindWord();

  void setKindWord(String kindWord);

  String getNamespaceName();

  void setNamespaceName(String namespaceName);

  String getResourceName();

  void setResourceName(String resourceName);

  String getProjectName();

  void setProjectName(String projectName);

  String getSyncWord();

  void setSyncWord(String syncWord);

  String getHealthWord();

  void setHealthWord(String healthWord);

  @StringLength(StringLength.UNLIMITED)
  String getDocument();

  void setDocument(String document);
}
