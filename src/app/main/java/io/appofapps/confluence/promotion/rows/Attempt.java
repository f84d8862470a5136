package io.appofapps.confluence.promotion.rows;

import io.appofapps.confluence.promotion.plan.RepositoryFiles;
import java.time.Instant;

/**
 * How far the making of a promotion's change has come.
 *
 * @param base where it was tried last
 * @param inDoubt whether it may be on the branch though nobody has seen it there: true from just
 *     before a push until its outcome is known
 * @param tries how many in a row did not come through
 * @param next not to be tried before
 */
public record Attempt(RepositoryFiles.Commit base, boolean inDoubt, int tries, Instant next) {}
