package io.appofapps.confluence.docs.rows;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** Findings of one page, of some Applications without one, or the number of the last change. */
@Preload
@Table("DOC_FINDING_ROW")
public interface DocFindingRow extends RawEntity<String> {

  @NotNull
  @PrimaryKey("FINDING_KEY")
  String getFindingKey();

  void setFindingKey(String value);

  /** JSON, ASCII only. */
  @StringLength(StringLength.UNLIMITED)
  String getDocument();

  void setDocument(String document);
}
