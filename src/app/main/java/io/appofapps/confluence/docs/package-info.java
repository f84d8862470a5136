/**
 * What pages say of Applications, held against what manifests say: which page stands for which
 * Application, what stands in its Page Properties, and where the two differ. Pure functions.
 */
package io.appofapps.confluence.docs;
