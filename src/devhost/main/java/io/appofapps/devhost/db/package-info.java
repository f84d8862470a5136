/** The host's database. */
package io.appofapps.devhost.db;
