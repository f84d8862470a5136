/**
 * What decides about promotions at one moment: Applications, rights, gates and plans, from the
 * whole state, whoever asks. What of it somebody may see is decided at the desk.
 */
package io.appofapps.confluence.promotion.facts;
