package com.atlassian.confluence.pages;

import com.atlassian.confluence.core.SpaceContentEntityObject;

/** Evidence: cast target in public apps compiled against Confluence 10. */
public abstract class AbstractPage extends SpaceContentEntityObject {}
