package io.appofapps.devhost;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.confluence.cluster.ClusterManager;
import com.atlassian.confluence.pages.PageManager;
import com.atlassian.confluence.security.PermissionManager;
import com.atlassian.confluence.spaces.SpaceManager;
import com.atlassian.confluence.user.UserAccessor;
import com.atlassian.event.api.EventPublisher;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.timezone.TimeZoneManager;
import com.atlassian.sal.api.transaction.TransactionTemplate;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.scheduler.SchedulerService;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import io.appofapps.devhost.ao.ActiveObjectsFactory;
import io.appofapps.devhost.cluster.ClusterLocks;
import io.appofapps.devhost.cluster.Node;
import io.appofapps.devhost.content.Content;
import io.appofapps.devhost.content.api.HostPageManager;
import io.appofapps.devhost.content.api.HostPermissionManager;
import io.appofapps.devhost.content.api.HostSpaceManager;
import io.appofapps.devhost.content.api.PageEvents;
import io.appofapps.devhost.db.Database;
import io.appofapps.devhost.event.HostEventPublisher;
import io.appofapps.devhost.osgi.PluginSystem;
import io.appofapps.devhost.sal.HostI18nResolver;
import io.appofapps.devhost.sal.HostLocaleResolver;
import io.appofapps.devhost.sal.HostTimeZoneManager;
import io.appofapps.devhost.sal.HostTransactions;
import io.appofapps.devhost.scheduler.HostScheduler;
import io.appofapps.devhost.user.Accounts;
import io.appofapps.devhost.user.HostUserAccessor;
import io.appofapps.devhost.user.HostUserManager;
import io.appofapps.devhost.web.HostApplicationProperties;
import io.appofapps.devhost.web.HostLoginUriProvider;
import io.appofapps.devhost.web.WebSudo;
import io.appofapps.devhost.webresource.RequestedResources;

/** The services that plugins may import; every one of them on one screen. */
final class HostServiceList {

  private HostServiceList() {}

  static void publish(
      PluginSystem plugins,
      HostOptions options,
      String baseUrl,
      Accounts accounts,
      WebSudo webSudo,
      Database database,
      Node node,
      Content content,
      HostScheduler scheduler) {
    LocaleResolver locales = new HostLocaleResolver();
    ActiveObjectsFactory activeObjects = new ActiveObjectsFactory(database.dataSource(), plugins);
    plugins.publish(
        ApplicationProperties.class,
        new HostApplicationProperties(baseUrl, options.home(), options.sharedHome()));
    plugins.publish(ClusterLockService.class, new ClusterLocks(node));
    plugins.publish(ClusterManager.class, node);
    plugins.publish(I18nResolver.class, new HostI18nResolver(plugins, locales));
    plugins.publish(LocaleResolver.class, locales);
    plugins.publish(LoginUriProvider.class, new HostLoginUriProvider(baseUrl));
    plugins.publish(PageBuilderService.class, new RequestedResources());
    HostEventPublisher events = new HostEventPublisher();
    PageEvents.connect(content, accounts, events);
    plugins.publish(EventPublisher.class, events);
    plugins.publish(PageManager.class, new HostPageManager(content, accounts));
    plugins.publish(PermissionManager.class, new HostPermissionManager(content, accounts));
    plugins.publish(SchedulerService.class, scheduler);
    plugins.publish(SpaceManager.class, new HostSpaceManager(content.spaces()));
    plugins.publish(TimeZoneManager.class, new HostTimeZoneManager());
    plugins.publish(TransactionTemplate.class, new HostTransactions(database));
    plugins.publish(UserAccessor.class, new HostUserAccessor(accounts));
    plugins.publish(UserManager.class, new HostUserManager(accounts));
    plugins.publish(WebSudoManager.class, webSudo);
    plugins.publishPerPlugin(
        ActiveObjects.class, plugin -> activeObjects.of(plugin, plugins.modules(plugin)));
  }
}
