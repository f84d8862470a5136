/** Reads and writes Git repositories over https; the only room that knows JGit. */
package io.appofapps.confluence.git;
