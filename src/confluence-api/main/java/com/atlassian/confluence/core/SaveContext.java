package com.atlassian.confluence.core;

/** Evidence: parameter of the manager's methods in Confluence 8 and later. */
public interface SaveContext {}
