package com.atlassian.mywork.service;

/** Evidence: imported as a service by public apps for Confluence 5 to 8; unverified on 10. */
public interface LocalNotificationService extends NotificationService {}
