package io.appofapps.confluence.sight;

import java.util.Optional;

/** Tells who asks. */
public interface Viewers {

  /** The person of this request; empty when nobody is signed in or they have no licence. */
  Optional<Viewer> current();
}
