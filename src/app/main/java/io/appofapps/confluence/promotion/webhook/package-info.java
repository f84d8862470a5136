/** Tells another system of every row of the promotion log: signed, in order, at least once. */
package io.appofapps.confluence.promotion.webhook;
