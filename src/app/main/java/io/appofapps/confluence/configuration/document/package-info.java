/**
 * The configuration as text: one shape for the YAML document, the JSON of REST and the stored
 * versions. Strict in what it reads, and never writes a secret.
 */
package io.appofapps.confluence.configuration.document;
