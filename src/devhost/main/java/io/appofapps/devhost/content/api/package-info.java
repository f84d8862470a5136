/** Pages, spaces and permissions as plugins see them. */
package io.appofapps.devhost.content.api;
