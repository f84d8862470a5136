/** Reads pages in the background, judges them, and mends them where an administrator wants it. */
package io.appofapps.confluence.docs.job;
