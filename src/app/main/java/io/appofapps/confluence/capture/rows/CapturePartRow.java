package io.appofapps.confluence.capture.rows;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** A part of what a kept snapshot holds. */
@Preload
@Table("CAPTURE_PART_ROW")
public interface CapturePartRow extends RawEntity<String> {

  /** Key of the snapshot, a slash, the number of the part. */
  @NotNull
  @PrimaryKey("PART_KEY")
  String getPartKey();

  void setPartKey(String partKey);

  @Indexed
  String getCaptureKey();

  void setCaptureKey(String captureKey);

  /** Place among the parts, from 0. */
  int getPartNumber();

  void setPartNumber(int partNumber);

  /** Base64. */
  @StringLength(StringLength.UNLIMITED)
  String getDocument();

  void setDocument(String document);
}
