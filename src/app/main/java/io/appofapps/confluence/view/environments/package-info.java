/** The environment matrix as a block, as CSV and for REST. */
package io.appofapps.confluence.view.environments;
