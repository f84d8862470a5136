package io.appofapps.confluence.state.rows;

import java.util.Date;
import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.Table;

/** How old the rows of a connection are. */
@Preload
@Table("CONNECTION_ROW")
public interface ConnectionRow extends RawEntity<String> {

  @NotNull
  @PrimaryKey("CONNECTION_KEY")
  String getConnectionKey();

  void setConnectionKey(String connectionKey);

  Date getAsOfTime();

  void setAsOfTime(Date asOfTime);
}
