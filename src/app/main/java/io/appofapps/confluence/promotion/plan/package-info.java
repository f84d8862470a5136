/**
 * What a promotion would change in Git: the difference between two Applications, the place that
 * declares it, and the edit. Pure: files come in by {@link
 * io.appofapps.confluence.promotion.plan.RepositoryFiles}.
 */
package io.appofapps.confluence.promotion.plan;
