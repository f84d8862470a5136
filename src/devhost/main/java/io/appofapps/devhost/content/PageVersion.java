package io.appofapps.devhost.content;

/**
 * One save of a page.
 *
 * @param number 1 for the first
 * @param by author and moment
 * @param comment what changed, may be empty
 * @param minor whether watchers were to be spared
 */
public record PageVersion(int number, Page.Stamp by, String comment, boolean minor) {}
