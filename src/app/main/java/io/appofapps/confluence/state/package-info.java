/**
 * What the clusters said last: an immutable snapshot with a revision, kept in memory for pages and
 * in Active Objects for restarts.
 */
package io.appofapps.confluence.state;
