/**
 * Follows a change from the branch to the target: whether Argo CD has seen it, applies it, and how
 * it ends. Pure: a state in, an event out.
 */
package io.appofapps.confluence.promotion.track;
