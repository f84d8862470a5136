/** Velocity as Confluence runs it: escaping by default, method allowlist, templates of plugins. */
package io.appofapps.devhost.velocity;
