package io.appofapps.confluence.view.frame;

import java.util.Set;

/**
 * What one macro shows. A block answers from memory and never calls a cluster; it reads only what
 * the viewer may see, through {@code TreePages} or {@code Sight}.
 */
public interface Block {

  /** Name of its macro: {@code aoa-…}. */
  String name();

  /** Names of the parameters it knows. */
  Set<String> parameters();

  /**
   * What there is to show.
   *
   * @throws BadParameter naming the first parameter that cannot be used and what it can be
   */
  Answer answer(Question question) throws BadParameter;

  /**
   * Whether, asked like that, it stands inside a line of text: then it has no head and its body is
   * a badge.
   */
  default boolean inline(Parameters parameters) {
    return false;
  }
}
