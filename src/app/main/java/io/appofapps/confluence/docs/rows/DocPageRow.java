package io.appofapps.confluence.docs.rows;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** What a page said when it was read last. */
@Preload
@Table("DOC_PAGE_ROW")
public interface DocPageRow extends RawEntity<Long> {

  @NotNull
  @PrimaryKey("PAGE_ID")
  Long getPageId();

  void setPageId(Long value);

  @Indexed
  String getSpaceKey();

  void setSpaceKey(String spaceKey);

  /** JSON, ASCII only. */
  @StringLength(StringLength.UNLIMITED)
  String getDocument();

  void setDocument(String document);
}
