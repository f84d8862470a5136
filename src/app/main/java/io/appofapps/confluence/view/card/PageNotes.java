package io.appofapps.confluence.view.card;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.sight.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a page's documentation of an Application lacks, and what somebody may do about it there. */
public interface PageNotes {

  /**
   * The notes on a page that the viewer may view; empty when there are none.
   *
   * @param content as {@code Place.Page} has it
   * @param set key of the deployment set that the page names
   */
  Optional<Notes> of(Viewer viewer, Object content, ApplicationKey application, String set);

  /**
   * Notes on one page and one Application.
   *
   * @param outdated whether the Application deploys another version than when somebody looked the
   *     page through last
   * @param editable whether the viewer may edit the page, so that they may say it is reviewed
   * @param proposals values of the manifest that the viewer may take over into the page
   * @param reviewed who looked it through last; empty when nobody has
   */
  record Notes(
      boolean outdated, boolean editable, List<Proposal> proposals, Optional<Reviewed> reviewed) {

    public Notes {
      proposals = List.copyOf(proposals);
    }
  }

  /**
   * A value that can be taken over.
   *
   * @param field key of the metadata
   * @param manifestSays the value; untrusted
   */
  record Proposal(String field, String manifestSays) {}

  /**
   * Somebody looked a page through.
   *
   * @param by their name now, untrusted; empty when nobody knows them any more
   * @param at when
   */
  record Reviewed(Optional<String> by, Instant at) {}
}
