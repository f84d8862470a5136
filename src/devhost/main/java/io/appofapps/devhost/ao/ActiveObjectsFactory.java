package io.appofapps.devhost.ao;

import com.atlassian.activeobjects.external.ActiveObjects;
import io.appofapps.devhost.db.SchemaLock;
import io.appofapps.devhost.plugin.ModuleDescriptor;
import io.appofapps.devhost.plugin.Plugin;
import io.appofapps.devhost.plugin.Plugins;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import net.java.ao.DatabaseProvider;
import net.java.ao.DisposableDataSource;
import net.java.ao.EntityManager;
import net.java.ao.EntityManagerConfiguration;
import net.java.ao.RawEntity;
import net.java.ao.SchemaConfiguration;
import net.java.ao.atlassian.AtlassianFieldNameConverter;
import net.java.ao.atlassian.AtlassianIndexNameConverter;
import net.java.ao.atlassian.AtlassianSequenceNameConverter;
import net.java.ao.atlassian.AtlassianTableNameConverter;
import net.java.ao.atlassian.AtlassianTriggerNameConverter;
import net.java.ao.atlassian.AtlassianUniqueNameConverter;
import net.java.ao.builder.SimpleNameConverters;
import net.java.ao.db.H2DatabaseProvider;
import net.java.ao.db.PostgreSQLDatabaseProvider;
import net.java.ao.schema.NameConverters;
import net.java.ao.schema.info.CachingEntityInfoResolverFactory;
import net.java.ao.schema.info.EntityInfoResolverFactory;

/**
 * Makes the Active Objects of a plugin from its {@code <ao>} module, with the names of the product:
 * tables are {@code AO_xxxxxx_NAME}, and a name of more than 30 characters is refused by the
 * library's own converters.
 */
public final class ActiveObjectsFactory {

  private static final int MOST_ENTITIES = 50;

  private final DataSource dataSource;
  private final Plugins plugins;

  public ActiveObjectsFactory(DataSource dataSource, Plugins plugins) {
    this.dataSource = dataSource;
    this.plugins = plugins;
  }

  /**
   * The Active Objects of the plugin.
   *
   * @param modules the modules of the plugin's descriptor
   * @throws IllegalArgumentException when the descriptor has no {@code <ao>} module or breaks a
   *     limit
   */
  public ActiveObjects of(Plugin plugin, List<ModuleDescriptor> modules) {
    ModuleDescriptor module =
        modules.stream()
            .filter(candidate -> candidate.type().equals("ao"))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        plugin.key() + " imports Active Objects but has no <ao> module"));
    List<Class<? extends RawEntity<?>>> entities = entities(plugin, module);
    if (entities.size() > MOST_ENTITIES) {
      throw new IllegalArgumentException(
          plugin.key() + " has more than " + MOST_ENTITIES + " Active Objects entities");
    }
    String namespace =
        module.attribute("namespace").isEmpty() ? plugin.key() : module.attribute("namespace");
    String prefix = prefix(namespace);
    NameConverters names = names(prefix);
    entities.forEach(entity -> names.getTableNameConverter().getName(entity));
    EntityManager manager = new EntityManager(provider(), configuration(names, prefix));
    UpgradeTasks upgrade =
        new UpgradeTasks(
            plugin, texts(module, "upgradeTask"), new ModelVersions(dataSource, prefix));
    Opening opening =
        new Opening(
            plugin,
            entities,
            upgrade,
            manager,
            new SchemaLock(dataSource),
            () -> plugins.enabled().contains(plugin));
    JoinedTransactions transactions = new JoinedTransactions(manager);
    ClassLoader loader = plugin.classLoader();
    ActiveObjects unopened = new PluginActiveObjects(loader, transactions, () -> manager);
    return new PluginActiveObjects(loader, transactions, () -> opening.open(unopened));
  }

  private static List<Class<? extends RawEntity<?>>> entities(
      Plugin plugin, ModuleDescriptor module) {
    List<Class<? extends RawEntity<?>>> entities = new ArrayList<>();
    texts(module, "entity").forEach(name -> entities.add(entity(plugin, name)));
    return entities;
  }

  /** What the elements of that name say. */
  private static List<String> texts(ModuleDescriptor module, String element) {
    List<String> texts = new ArrayList<>();
    var elements = module.xml().getElementsByTagName(element);
    for (int i = 0; i < elements.getLength(); i++) {
      texts.add(elements.item(i).getTextContent().strip());
    }
    return texts;
  }

  @SuppressWarnings("unchecked")
  private static Class<? extends RawEntity<?>> entity(Plugin plugin, String className) {
    try {
      Class<?> type = plugin.classLoader().loadClass(className);
      return (Class<? extends RawEntity<?>>) type.asSubclass(RawEntity.class);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(plugin.key() + " has no entity " + className, e);
    }
  }

  /** {@code AO_} and the last six hexadecimal digits of the MD5 of the namespace. */
  static String prefix(String namespace) {
    try {
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(namespace.getBytes(StandardCharsets.UTF_8));
      String hex = HexFormat.of().formatHex(digest);
      return "AO_" + hex.substring(hex.length() - 6).toUpperCase(Locale.ROOT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has MD5", e);
    }
  }

  private static NameConverters names(String prefix) {
    return new SimpleNameConverters(
        new AtlassianTableNameConverter(name -> prefix + "_" + name),
        new AtlassianFieldNameConverter(),
        new AtlassianSequenceNameConverter(),
        new AtlassianTriggerNameConverter(),
        new AtlassianIndexNameConverter(),
        new AtlassianUniqueNameConverter());
  }

  private DatabaseProvider provider() {
    try (Connection connection = dataSource.getConnection()) {
      String product = connection.getMetaData().getDatabaseProductName();
      return switch (product) {
        case "H2" -> new H2DatabaseProvider(disposable(dataSource), "PUBLIC");
        case "PostgreSQL" -> new PostgreSQLDatabaseProvider(disposable(dataSource), "public");
        default ->
            throw new IllegalStateException("The host does not know the database " + product);
      };
    } catch (SQLException e) {
      throw new ActiveObjectsSqlException(e);
    }
  }

  /** The library wants a data source that it could close; the pool is the host's to close. */
  private static DisposableDataSource disposable(DataSource source) {
    return (DisposableDataSource)
        Proxy.newProxyInstance(
            DisposableDataSource.class.getClassLoader(),
            new Class<?>[] {DisposableDataSource.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("dispose")) {
                return null;
              }
              try {
                return method.invoke(source, arguments);
              } catch (java.lang.reflect.InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static EntityManagerConfiguration configuration(NameConverters names, String prefix) {
    return new EntityManagerConfiguration() {
      @Override
      public boolean useWeakCache() {
        return true;
      }

      @Override
      public NameConverters getNameConverters() {
        return names;
      }

      @Override
      public SchemaConfiguration getSchemaConfiguration() {
        return (table, caseSensitive) ->
            caseSensitive
                ? table.startsWith(prefix)
                : table.toUpperCase(Locale.ROOT).startsWith(prefix);
      }

      @Override
      public EntityInfoResolverFactory getEntityInfoResolverFactory() {
        return new CachingEntityInfoResolverFactory();
      }
    };
  }
}
