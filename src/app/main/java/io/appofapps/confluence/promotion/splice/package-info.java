/**
 * Replaces one value in a YAML text and leaves every other byte as it is: comments, order, quotes,
 * line ends. Pure.
 */
package io.appofapps.confluence.promotion.splice;
