/**
 * The desk at which people ask for promotions, agree to them and look at them. Rights are decided
 * here, whichever edge (macro, REST, copilot) the question comes in by.
 */
package io.appofapps.confluence.promotion.desk;
