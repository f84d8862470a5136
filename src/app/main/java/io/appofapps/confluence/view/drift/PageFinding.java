package io.appofapps.confluence.view.drift;

import io.appofapps.confluence.drift.Finding;

/**
 * A finding about a page.
 *
 * @param finding of the family of documentation or access
 * @param page id of the page, for telling findings apart
 * @param title title of the page, untrusted
 * @param address path of the page on this server, with its context path
 */
public record PageFinding(Finding finding, long page, String title, String address) {}
