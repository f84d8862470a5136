package it.io.appofapps.confluence;

import net.java.ao.Entity;
import net.java.ao.schema.StringLength;

/** A row of the test plugin's own. */
public interface Note extends Entity {

  String getTitle();

  void setTitle(String title);

  @StringLength(StringLength.UNLIMITED)
  String getText();

  @StringLength(StringLength.UNLIMITED)
  void setText(String text);
}
