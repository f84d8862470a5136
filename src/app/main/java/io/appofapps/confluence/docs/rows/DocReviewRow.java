package io.appofapps.confluence.docs.rows;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** Which versions of its Applications a page was reviewed for. */
@Preload
@Table("DOC_REVIEW_ROW")
public interface DocReviewRow extends RawEntity<Long> {

  @NotNull
  @PrimaryKey("PAGE_ID")
  Long getPageId();

  void setPageId(Long value);

  /** JSON, ASCII only. */
  @StringLength(StringLength.UNLIMITED)
  String getDocument();

  void setDocument(String document);
}
