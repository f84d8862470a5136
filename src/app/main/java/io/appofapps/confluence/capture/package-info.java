/** Snapshots of deployment sets that people keep: taken, stored, shown again, deleted. */
package io.appofapps.confluence.capture;
