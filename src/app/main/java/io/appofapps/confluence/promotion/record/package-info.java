/**
 * The log of promotions: what an entry says, the canonical form that its hash is made of, the check
 * of the chain, and the forms in which it leaves. Pure: values in, values and texts out.
 */
package io.appofapps.confluence.promotion.record;
