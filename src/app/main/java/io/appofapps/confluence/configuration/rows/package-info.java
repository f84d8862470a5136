/** The versions of the configuration in Active Objects. */
package io.appofapps.confluence.configuration.rows;
