package io.appofapps.confluence.docs;

/**
 * An {@code aoa-application} macro of a page.
 *
 * @param application as written: a name, namespace/name or connection/namespace/name; untrusted,
 *     not empty
 * @param set key of the deployment set, empty for any
 */
public record MacroMention(String application, String set) {}
