package io.appofapps.confluence.docs.storage;

/**
 * Characters between elements: text with its references resolved, or the content of a CDATA
 * section.
 *
 * @param text as people read it; untrusted
 * @param start index of the first char as written
 * @param end index after the last char as written
 */
public record StorageText(String text, int start, int end) implements StorageNode {}
