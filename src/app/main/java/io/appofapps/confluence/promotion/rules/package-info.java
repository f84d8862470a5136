/** What an administrator decides about promotions. Pure. */
package io.appofapps.confluence.promotion.rules;
