/** The audit log. */
package io.appofapps.devhost.audit;
