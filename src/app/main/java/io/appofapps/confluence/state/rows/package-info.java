/**
 * The state's rows in Active Objects, from which pages are served after a restart until the
 * clusters answer. The only part of the state that knows the database.
 */
package io.appofapps.confluence.state.rows;
