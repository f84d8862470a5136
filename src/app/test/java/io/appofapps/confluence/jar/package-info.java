/** The finished jar against the rules of a Confluence that installs it. */
package io.appofapps.confluence.jar;
