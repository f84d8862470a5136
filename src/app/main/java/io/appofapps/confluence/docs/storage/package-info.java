/**
 * Confluence's storage format as a tree whose nodes know where they stand in the text. Pure: no XML
 * library, because none says to the character where a cell begins and ends, and nothing of the text
 * is ever resolved.
 */
package io.appofapps.confluence.docs.storage;
