/**
 * How a deployment tree looks: which rows it has, which of them fold, and their HTML. One way to
 * draw a row for the macro, its exports and the page's live update. Knows nothing of Confluence:
 * texts and templates come through two small interfaces.
 */
package io.appofapps.confluence.view;
