/** Tells people what waits for them and what has become of what they asked for. */
package io.appofapps.confluence.promotion.notice;
