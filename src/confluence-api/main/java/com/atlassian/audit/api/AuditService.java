package com.atlassian.audit.api;

import com.atlassian.audit.entity.AuditEvent;

/** Evidence: public implementations and callers of the 8.x line; unverified on 10. */
public interface AuditService {
  void audit(AuditEvent event);
}
