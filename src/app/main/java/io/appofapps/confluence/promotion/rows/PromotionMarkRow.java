package io.appofapps.confluence.promotion.rows;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.Table;

/** A place in the log by name: its end, or how far somebody has read. */
@Preload
@Table("PROMOTION_MARK_ROW")
public interface PromotionMarkRow extends RawEntity<String> {

  @NotNull
  @PrimaryKey("MARK_NAME")
  String getMarkName();

  void setMarkName(String markName);

  long getSequenceNumber();

  void setSequenceNumber(long sequenceNumber);

  String getRowHash();

  void setRowHash(String rowHash);
}
