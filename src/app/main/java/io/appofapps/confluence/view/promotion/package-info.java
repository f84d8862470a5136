/**
 * Promotions on pages: the panel ({@code aoa-promote}), the log ({@code aoa-promotions}) and what
 * waits for somebody. Everything is read through the desk, from memory and rows; Git is asked only
 * by the script, through REST, when somebody wants to see a plan.
 */
package io.appofapps.confluence.view.promotion;
