/** Which members of the host's API the app's classes refer to. */
package io.appofapps.build.usage;
