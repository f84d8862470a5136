package com.atlassian.scheduler.config;

/** Evidence: public apps for Confluence 8. */
public enum RunMode {
  RUN_ONCE_PER_CLUSTER,
  RUN_LOCALLY
}
