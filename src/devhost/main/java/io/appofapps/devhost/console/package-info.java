/** The administration console and the frame of plugins' administration pages. */
package io.appofapps.devhost.console;
