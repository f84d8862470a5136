/**
 * Deployment trees: who declares whom, which roots there are, how health rolls up. Pure functions
 * over the vocabulary.
 */
package io.appofapps.confluence.tree;
