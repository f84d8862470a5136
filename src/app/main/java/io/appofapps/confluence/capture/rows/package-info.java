/** The rows of kept snapshots. */
package io.appofapps.confluence.capture.rows;
