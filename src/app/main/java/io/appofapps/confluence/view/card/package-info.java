/** The card of one Application. */
package io.appofapps.confluence.view.card;
