/** How much one caller may ask of this node. */
package io.appofapps.confluence.allowance;
