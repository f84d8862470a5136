package io.appofapps.confluence.promotion.notice;

/**
 * What one person is told, in their language.
 *
 * @param recipient key of the user
 * @param subject one line, plain text
 * @param text several lines, plain text, without the address
 * @param address absolute, where to go on
 * @param about what it is about: a later message about the same may take the place of this one
 */
public record Message(
    String recipient, String subject, String text, String address, String about) {}
