/**
 * What is kept of promotions in Active Objects: how each stands, who drives it, and the log of all
 * that happened.
 */
package io.appofapps.confluence.promotion.rows;
