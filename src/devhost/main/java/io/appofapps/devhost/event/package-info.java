/** Events between the host and plugins. */
package io.appofapps.devhost.event;
