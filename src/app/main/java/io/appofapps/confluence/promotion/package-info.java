/**
 * A promotion: one service's version carried from one environment to another through Git, and the
 * states it passes. Pure: values in, values out.
 */
package io.appofapps.confluence.promotion;
