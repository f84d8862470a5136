package io.appofapps.confluence.state.rows;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/**
 * How a connection stands, and the place where its writers meet: whoever writes rows of the
 * connection updates this one first and so holds its lock until the end of the transaction. Moments
 * are milliseconds since 1970, because a timestamp column has no zone.
 */
@Preload
@Table("CONNECTION_ROW")
public interface ConnectionRow extends RawEntity<String> {

  @NotNull
  @PrimaryKey("CONNECTION_KEY")
  String getConnectionKey();

  void setConnectionKey(String connectionKey);

  /** The fence: grows with every take-over, and only the newest term may write. */
  long getTermNumber();

  void setTermNumber(long termNumber);

  /** The node of that term, null or empty after it has stopped. */
  String getOwnerNode();

  void setOwnerNode(String ownerNode);

  /** The highest feed number given to a row of the connection. */
  long getFeedNumber();

  void setFeedNumber(long feedNumber);

  /** Tombstones up to this feed number may be gone. */
  long getFloorNumber();

  void setFloorNumber(long floorNumber);

  /** The last term in which the rows were as a complete list of the cluster said. */
  long getCompleteTerm();

  void setCompleteTerm(long completeTerm);

  String getPhaseWord();

  void setPhaseWord(String phaseWord);

  long getSinceMillis();

  void setSinceMillis(long sinceMillis);

  /** Zero when the cluster was never listed. */
  long getAsOfMillis();

  void setAsOfMillis(long asOfMillis);

  int getObjectCount();

  void setObjectCount(int objectCount);

  /** JSON, ASCII only. */
  @StringLength(StringLength.UNLIMITED)
  String getDocument();

  void setDocument(String document);
}
