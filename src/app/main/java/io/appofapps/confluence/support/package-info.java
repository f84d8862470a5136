/**
 * What somebody who helps from outside wants to know: what the app runs in, how full its tables
 * are; and the masks over what must not leave the house.
 */
package io.appofapps.confluence.support;
