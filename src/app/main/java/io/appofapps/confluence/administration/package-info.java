/** How administrators' changes are made: checked, stored with their secrets, told to the audit. */
package io.appofapps.confluence.administration;
