package io.appofapps.confluence.promotion.rows;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/**
 * A row of the log, written once and never changed. The sequence number is the key, so that of two
 * nodes that append at the same time only one can. The document is what the hash is made of; the
 * columns repeat parts of it to be searched.
 */
@Preload
@Table("PROMOTION_LOG_ROW")
public interface PromotionLogRow extends RawEntity<Long> {

  @NotNull
  @PrimaryKey("SEQUENCE_NUMBER")
  Long getSequenceNumber();

  void setSequenceNumber(Long sequenceNumber);

  String getPreviousHash();

  void setPreviousHash(String previousHash);

  String getRowHash();

  void setRowHash(String rowHash);

  @Indexed
  long getAtMillis();

  void setAtMillis(long atMillis);

  @Indexed
  String getPromotionId();

  void setPromotionId(String promotionId);

  String getEventWord();

  void setEventWord(String eventWord);

  String getOutcomeWord();

  void setOutcomeWord(String outcomeWord);

  /** Key of who did it. */
  String getPersonKey();

  void setPersonKey(String personKey);

  String getSetKey();

  void setSetKey(String setKey);

  String getServiceName();

  void setServiceName(String serviceName);

  /** The environment it goes to. */
  String getEnvironmentId();

  void setEnvironmentId(String environmentId);

  /** The canonical form: JSON, ASCII only. */
  @StringLength(StringLength.UNLIMITED)
  String getDocument();

  void setDocument(String document);
}
