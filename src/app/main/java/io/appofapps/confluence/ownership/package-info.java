/**
 * Who a service belongs to and where its documents are, by convention, each value with its source.
 * Pure functions from what an audience sees of a deployment set to values.
 */
package io.appofapps.confluence.ownership;
