/** The vocabulary of Argo CD, as values: knows neither Confluence nor Kubernetes. */
package io.appofapps.confluence.application;
