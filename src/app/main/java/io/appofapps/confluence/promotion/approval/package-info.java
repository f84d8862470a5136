/**
 * Who must agree before a version may come into an environment, and whether enough have. Pure:
 * rights are asked of the caller each time, never kept.
 */
package io.appofapps.confluence.promotion.approval;
