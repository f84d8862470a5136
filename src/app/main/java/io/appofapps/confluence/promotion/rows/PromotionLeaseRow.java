package io.appofapps.confluence.promotion.rows;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.Table;

/** Which node drives a promotion, and until when at most. */
@Preload
@Table("PROMOTION_LEASE_ROW")
public interface PromotionLeaseRow extends RawEntity<String> {

  @NotNull
  @PrimaryKey("PROMOTION_ID")
  String getPromotionId();

  void setPromotionId(String promotionId);

  String getNodeKey();

  void setNodeKey(String nodeKey);

  long getUntilMillis();

  void setUntilMillis(long untilMillis);
}
