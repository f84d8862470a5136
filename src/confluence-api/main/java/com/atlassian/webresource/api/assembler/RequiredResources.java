package com.atlassian.webresource.api.assembler;

/**
 * Evidence: called by public apps compiled against Confluence 10.2.13; return type from the 8.x
 * line.
 */
public interface RequiredResources {
  RequiredResources requireWebResource(String moduleKey);
}
