package io.appofapps.devhost.osgi.sample;

import net.java.ao.Entity;

/** Its table name breaks the limit. */
public interface NoteWithAMuchTooLongNameForATable extends Entity {}
