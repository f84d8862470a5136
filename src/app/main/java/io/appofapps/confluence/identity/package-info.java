/**
 * May this subject do that to this object? Argo CD's own decision, as pure functions over its
 * policy.
 *
 * <p>The rules follow Argo CD's documentation (docs/operator-manual/rbac.md) and the behaviour of
 * its server: every identity of a person is judged by itself, within one identity a deny beats
 * every allow, and of project roles only those of the project in question count.
 */
package io.appofapps.confluence.identity;
