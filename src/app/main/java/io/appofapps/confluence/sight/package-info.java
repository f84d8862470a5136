/**
 * Who sees what of the deployment sets. The only place where that is decided: macro, REST, export
 * and everything to come ask here and draw nothing but what they get.
 */
package io.appofapps.confluence.sight;
