package io.appofapps.devhost.osgi.sample;

import net.java.ao.Entity;
import net.java.ao.schema.StringLength;

/** An entity of the test plugin. */
public interface Note extends Entity {
  String getTitle();

  void setTitle(String title);

  @StringLength(StringLength.UNLIMITED)
  String getBody();

  void setBody(String body);
}
