/** The index files of Atlassian's Spring Scanner. */
package io.appofapps.build.scanner;
