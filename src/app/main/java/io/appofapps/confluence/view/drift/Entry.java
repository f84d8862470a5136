package io.appofapps.confluence.view.drift;

import io.appofapps.confluence.drift.Finding;
import java.util.Optional;

/**
 * A finding and where to look into it.
 *
 * @param id names it within a set, the same at every revision
 * @param finding the finding
 * @param page title of the page it is about, empty when it is about none; untrusted
 * @param address of Argo CD or of the page
 */
record Entry(String id, Finding finding, Optional<String> page, Optional<String> address) {}
