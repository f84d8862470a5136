package io.appofapps.confluence.promotion.rows;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** A freeze in force; its key is made of what it holds, so that there is one of each. */
@Preload
@Table("PROMOTION_FREEZE_ROW")
public interface PromotionFreezeRow extends RawEntity<String> {

  @NotNull
  @PrimaryKey("SCOPE_HASH")
  String getScopeHash();

  void setScopeHash(String scopeHash);

  /** JSON, ASCII only. */
  @StringLength(StringLength.UNLIMITED)
  String getDocument();

  void setDocument(String document);
}
