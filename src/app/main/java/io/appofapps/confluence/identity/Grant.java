package io.appofapps.confluence.identity;

/** One {@code g} line: the subject has the role. */
record Grant(String subject, String role) {}
