package com.atlassian.webresource.api.assembler;

/** Evidence: called by public apps compiled against Confluence 10.2.13. */
public interface PageBuilderService {
  WebResourceAssembler assembler();
}
