package com.atlassian.confluence.pages;

import com.atlassian.confluence.core.SpaceContentEntityObject;

/** The host's implementation. */
public abstract class AbstractPage extends SpaceContentEntityObject {}
