package io.appofapps.confluence.capture.rows;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** What is known of a kept snapshot without reading it. */
@Preload
@Table("CAPTURE_ROW")
public interface CaptureRow extends RawEntity<String> {

  @NotNull
  @PrimaryKey("CAPTURE_KEY")
  String getCaptureKey();

  void setCaptureKey(String captureKey);

  /** Digest of the root of the deployment set: 64 hexadecimal digits. */
  @Indexed
  String getRootHash();

  void setRootHash(String rootHash);

  /** When it was taken, in milliseconds since 1970. */
  long getTakenMillis();

  void setTakenMillis(long takenMillis);

  /** When it goes, in milliseconds since 1970; 0 for never. */
  long getUntilMillis();

  void setUntilMillis(long untilMillis);

  /** JSON, ASCII only. */
  @StringLength(StringLength.UNLIMITED)
  String getDocument();

  void setDocument(String document);
}
