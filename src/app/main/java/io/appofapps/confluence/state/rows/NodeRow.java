package io.appofapps.confluence.state.rows;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** What a node last said of itself; written when that changes, not to say that it lives. */
@Preload
@Table("NODE_ROW")
public interface NodeRow extends RawEntity<String> {

  @NotNull
  @PrimaryKey("NODE_KEY")
  String getNodeKey();

  void setNodeKey(String nodeKey);

  long getWrittenMillis();

  void setWrittenMillis(long writtenMillis);

  /** JSON, ASCII only. */
  @StringLength(StringLength.UNLIMITED)
  String getDocument();

  void setDocument(String document);
}
