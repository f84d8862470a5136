/** Which node watches a connection, and how the others follow. */
package io.appofapps.confluence.state.leader;
