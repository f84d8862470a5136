/** Secrets: encrypted at rest, never sent back, never printed. */
package io.appofapps.confluence.secret;
