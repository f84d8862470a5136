package io.appofapps.confluence.view.frame;

import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.view.Reader;
import io.appofapps.confluence.view.body.Face;

/**
 * Somebody looks at a block.
 *
 * @param viewer who
 * @param place where
 * @param parameters with which parameters
 * @param face what it is drawn for
 */
public record Question(Viewer viewer, Place place, Parameters parameters, Face face) {

  /** Language and time zone of the viewer. */
  public Reader reader() {
    return viewer.reader();
  }
}
