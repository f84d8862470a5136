package com.atlassian.mywork.service;

import com.atlassian.mywork.model.Notification;
import java.util.concurrent.Future;

/** Evidence: public apps for Confluence 5 to 8; unverified on 10. */
public interface NotificationService {
  Future<Notification> createOrUpdate(String username, Notification notification);
}
