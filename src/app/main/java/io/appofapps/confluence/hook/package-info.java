/** Hints from outside that something has changed: whether one is genuine. */
package io.appofapps.confluence.hook;
