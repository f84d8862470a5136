/**
 * Which environment and which service an Application stands for. Pure functions over the trees;
 * nothing is guessed, and every answer says what it rests on.
 */
package io.appofapps.confluence.environment;
