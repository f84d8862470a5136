package io.appofapps.confluence.promotion.rows;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** How a promotion stands. The document has all; the columns are there to be searched. */
@Preload
@Table("PROMOTION_ROW")
public interface PromotionRow extends RawEntity<String> {

  @NotNull
  @PrimaryKey("PROMOTION_ID")
  String getPromotionId();

  void setPromotionId(String promotionId);

  /** Grows with every change, so that who changes an older one is found out. */
  long getVersionNumber();

  void setVersionNumber(long versionNumber);

  String getStateWord();

  void setStateWord(String stateWord);

  /** One when nothing is left to do; a number, because databases differ in their booleans. */
  @Indexed
  int getSettled();

  void setSettled(int settled);

  String getSetKey();

  void setSetKey(String setKey);

  String getServiceName();

  void setServiceName(String serviceName);

  /** The environment it goes to. */
  String getEnvironmentId();

  void setEnvironmentId(String environmentId);

  /** Key of the requester. */
  String getPersonKey();

  void setPersonKey(String personKey);

  @Indexed
  long getRequestedMillis();

  void setRequestedMillis(long requestedMillis);

  /** JSON, ASCII only. */
  @StringLength(StringLength.UNLIMITED)
  String getDocument();

  void setDocument(String document);
}
