/** Which version of each service runs in which environment, and which is ahead of which. */
package io.appofapps.confluence.environment.matrix;
