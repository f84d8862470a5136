package io.appofapps.confluence.environment;

/**
 * The environment of a node.
 *
 * @param name {@code dev}, {@code test}, {@code staging} or {@code prod} for their usual synonyms,
 *     with the region behind it where one is written beside it ({@code prod-eu}); any other name as
 *     it was declared. Untrusted, never empty
 * @param evidence what the answer rests on, for people; untrusted, never empty
 */
public record Environment(String name, String evidence) {

  Environment inheritedFrom(String ancestor) {
    return new Environment(name, evidence + " of " + ancestor);
  }
}
