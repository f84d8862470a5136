/** What administrators decide, as values: no Confluence, no Kubernetes, no I/O. */
package io.appofapps.confluence.configuration;
