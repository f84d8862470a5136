/** The page of what waits for somebody's approval. */
package io.appofapps.confluence.approvals;
