package io.appofapps.confluence.promotion.rows;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** How far the making of a promotion's change has come. */
@Preload
@Table("PROMOTION_TRY_ROW")
public interface PromotionAttemptRow extends RawEntity<String> {

  @NotNull
  @PrimaryKey("PROMOTION_ID")
  String getPromotionId();

  void setPromotionId(String promotionId);

  /** One when it may be on the branch though nobody has seen it there. */
  int getInDoubt();

  void setInDoubt(int inDoubt);

  /** How many in a row did not come through. */
  int getTryCount();

  void setTryCount(int tryCount);

  /** Not to be tried before. */
  long getNextMillis();

  void setNextMillis(long nextMillis);

  String getRepositoryId();

  void setRepositoryId(String repositoryId);

  @StringLength(StringLength.UNLIMITED)
  String getAddress();

  void setAddress(String address);

  @StringLength(StringLength.UNLIMITED)
  String getBranchName();

  void setBranchName(String branchName);

  String getBaseId();

  void setBaseId(String baseId);
}
