/** What the macros and the API show of drift. */
package io.appofapps.confluence.view.drift;
