/**
 * Carries promotions on in the background, on every node: makes the change in Git once all agree,
 * and follows it until the target runs it.
 */
package io.appofapps.confluence.promotion.drive;
