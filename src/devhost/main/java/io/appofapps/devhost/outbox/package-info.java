/** What apps want people to be told: nothing of it leaves the host. */
package io.appofapps.devhost.outbox;
