/**
 * The one frame of all macros: what a block is, how it is asked, drawn, remembered and kept up to
 * date.
 */
package io.appofapps.confluence.view.frame;
