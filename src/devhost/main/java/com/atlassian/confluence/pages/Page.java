package com.atlassian.confluence.pages;

/** The host's implementation. */
public class Page extends AbstractPage {}
