/** Services of the shared access layer that know neither users nor the web server. */
package io.appofapps.devhost.sal;
