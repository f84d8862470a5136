/** Reads the commits of Git repositories; the only room that knows JGit. */
package io.appofapps.confluence.git;
