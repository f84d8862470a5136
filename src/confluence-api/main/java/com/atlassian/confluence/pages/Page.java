package com.atlassian.confluence.pages;

/** Evidence: Javadoc of Confluence 10.1.2. */
public class Page extends AbstractPage {}
