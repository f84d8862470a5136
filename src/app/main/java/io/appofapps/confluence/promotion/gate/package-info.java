/**
 * What must be so before a version may move: sync windows, the state of the source, soak time,
 * freezes. Pure.
 */
package io.appofapps.confluence.promotion.gate;
