package io.appofapps.confluence.promotion;

/**
 * One value that a promotion changes in the target Application.
 *
 * @param what the field: {@code targetRevision}, {@code image.tag}
 * @param before value in the target before, empty when it had none
 * @param after value it gets
 */
public record Move(String what, String before, String after) {}
