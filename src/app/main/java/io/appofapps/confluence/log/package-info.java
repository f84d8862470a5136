/** How log lines that programs read are written. */
package io.appofapps.confluence.log;
