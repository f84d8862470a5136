package io.appofapps.confluence.docs.rows;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** One run over the pages. */
@Preload
@Table("DOC_RUN_ROW")
public interface DocRunRow extends RawEntity<Long> {

  @NotNull
  @PrimaryKey("RUN_NUMBER")
  Long getRunNumber();

  void setRunNumber(Long value);

  /** JSON, ASCII only. */
  @StringLength(StringLength.UNLIMITED)
  String getDocument();

  void setDocument(String document);
}
