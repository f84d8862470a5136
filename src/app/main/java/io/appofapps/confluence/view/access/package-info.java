/** Who may do what with an Application, and why, in words. */
package io.appofapps.confluence.view.access;
