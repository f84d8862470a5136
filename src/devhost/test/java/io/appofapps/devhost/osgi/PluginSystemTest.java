package io.appofapps.devhost.osgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.user.UserKey;
import io.appofapps.devhost.ao.ActiveObjectsFactory;
import io.appofapps.devhost.osgi.sample.EagerNotes;
import io.appofapps.devhost.osgi.sample.FailingStart;
import io.appofapps.devhost.osgi.sample.Greeter;
import io.appofapps.devhost.osgi.sample.Note;
import io.appofapps.devhost.osgi.sample.NoteWithAMuchTooLongNameForATable;
import io.appofapps.devhost.osgi.sample.Notes;
import io.appofapps.devhost.plugin.Plugin;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleReference;

class PluginSystemTest {

  private static final String NOTES = Notes.class.getName();
  private static final String AO =
      "<ao key='ao'><entity>" + Note.class.getName() + "</entity></ao>";

  @TempDir Path folder;
  private PluginSystem plugins;
  private JdbcDataSource database;

  @BeforeEach
  void start() {
    plugins = new PluginSystem(folder.resolve("cache"), false);
    database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + folder.getFileName() + ";DB_CLOSE_DELAY=-1");
    ActiveObjectsFactory factory = new ActiveObjectsFactory(database, plugins);
    plugins.publishPerPlugin(
        ActiveObjects.class, plugin -> factory.of(plugin, plugins.modules(plugin)));
  }

  @AfterEach
  void stop() {
    plugins.close();
  }

  private static PluginJar notes() throws Exception {
    return new PluginJar("test.notes")
        .with(Notes.class, Note.class)
        .index("component", NOTES)
        .index("imports", ActiveObjects.class.getName())
        .index("exports", NOTES + "#com.atlassian.sal.api.lifecycle.LifecycleAware")
        .descriptor(AO + "<resource type='i18n' name='i18n' location='texts'/>")
        .entry("texts.properties", "hello=Hello\n")
        .entry("texts_de.properties", "hello=Hallo\n");
  }

  @Test
  void enablesABundleWithItsBeansTablesAndTexts() throws Exception {
    Plugin plugin = plugins.install(notes().in(folder));
    assertThat(plugins.enabled()).isEmpty();
    plugins.enable("test.notes");
    assertThat(plugins.enabled()).containsExactly(plugin);
    assertThat(plugins.modules("ao"))
        .singleElement()
        .matches(m -> m.completeKey().equals("test.notes:ao"));
    Object fresh = plugin.create(NOTES, Supplier.class).get();
    assertThat(fresh).isEqualTo("false 1");
    assertThat(tables()).containsExactly("AO_" + tablePrefix() + "_NOTE");
    assertThat(plugin.text("hello", Locale.GERMAN)).contains("Hallo");
    assertThat(plugin.text("hello", Locale.ENGLISH)).contains("Hello");
    assertThat(plugin.text("absent", Locale.ENGLISH)).isEmpty();
  }

  private String tablePrefix() throws Exception {
    byte[] digest =
        java.security.MessageDigest.getInstance("MD5").digest("test.notes".getBytes("UTF-8"));
    return java.util.HexFormat.of().withUpperCase().formatHex(digest).substring(26);
  }

  private List<String> tables() throws Exception {
    List<String> names = new ArrayList<>();
    try (Connection connection = database.getConnection();
        ResultSet rows = connection.getMetaData().getTables(null, "PUBLIC", "AO%", null)) {
      while (rows.next()) {
        names.add(rows.getString("TABLE_NAME"));
      }
    }
    return names;
  }

  @Test
  void aPluginCanBeDisabledEnabledAndUninstalled() throws Exception {
    Plugin plugin = plugins.install(notes().in(folder));
    plugins.enable("test.notes");
    plugins.disable("test.notes");
    assertThat(plugins.modules("ao")).isEmpty();
    assertThatThrownBy(() -> plugin.create(NOTES, Supplier.class))
        .hasMessageContaining("not enabled");
    plugins.enable("test.notes");
    assertThat(plugin.create(NOTES, Supplier.class).get()).isEqualTo("false 2");
    plugins.uninstall("test.notes");
    assertThat(plugins.installed()).isEmpty();
  }

  @Test
  void aPluginThatFailsToStartStaysEnabled() throws Exception {
    plugins.install(
        new PluginJar("test.failing")
            .with(FailingStart.class)
            .index("component", FailingStart.class.getName())
            .index(
                "exports",
                FailingStart.class.getName() + "#com.atlassian.sal.api.lifecycle.LifecycleAware")
            .in(folder));
    plugins.enable("test.failing");
    assertThat(plugins.enabled()).extracting(Plugin::key).containsExactly("test.failing");
  }

  @Test
  void pluginsStartWhenAllOfThemAreEnabled() throws Exception {
    List<Integer> enabledAtStart = new ArrayList<>();
    plugins.publish(
        LocaleResolver.class,
        locales(
            () -> {
              enabledAtStart.add(plugins.enabled().size());
              return Locale.ROOT;
            }));
    for (String key : List.of("test.first", "test.second")) {
      plugins.install(greeter(key).in(folder));
    }
    plugins.enableTogether(List.of("test.first", "test.second"));
    assertThat(enabledAtStart).containsExactly(2, 2);
  }

  private static PluginJar greeter(String key) throws Exception {
    return new PluginJar(key)
        .with(Greeter.class)
        .index("component", Greeter.class.getName())
        .index("imports", LocaleResolver.class.getName())
        .index(
            "exports", Greeter.class.getName() + "#com.atlassian.sal.api.lifecycle.LifecycleAware");
  }

  @Test
  void oneRefusedPluginDoesNotKeepTheOthersFromStarting() throws Exception {
    plugins.install(greeter("test.lonely").in(folder));
    plugins.install(notes().in(folder));
    plugins.enableTogether(List.of("test.lonely", "test.notes"));
    assertThat(plugins.enabled()).extracting(Plugin::key).containsExactly("test.notes");
  }

  @Test
  void aSecondJarWithTheSameKeyReplacesTheFirst() throws Exception {
    plugins.install(notes().in(folder));
    plugins.enable("test.notes");
    Plugin newer =
        plugins.install(
            notes().header("Bundle-Version", "2.0.0").entry("new.txt", "new").in(folder));
    assertThat(plugins.installed()).containsExactly(newer);
    assertThat(plugins.enabled()).isEmpty();
    plugins.enable("test.notes");
    assertThat(newer.resource("new.txt")).isPresent();
    assertThat(plugins.bundles()).filteredOn(name -> name.startsWith("test.")).hasSize(1);
  }

  @Test
  void aRefusedJarLeavesTheInstalledPluginAsItIs() throws Exception {
    Plugin installed = plugins.install(notes().in(folder));
    plugins.enable("test.notes");
    refused(notes().without("atlassian-plugin.xml"), "no atlassian-plugin.xml");
    assertThat(plugins.enabled()).containsExactly(installed);
    assertThat(plugins.bundles()).filteredOn(name -> name.startsWith("test.")).hasSize(1);
  }

  @Test
  void twoModulesWithOneKeyAreRefused() throws Exception {
    refused(
        notes().descriptor(AO + "<web-item key='x'/><servlet key='x'/>"),
        "two modules with the key x");
  }

  @Test
  void aModuleOfAnUnknownTypeDoesNotKeepThePluginFromBeingEnabled() throws Exception {
    plugins.install(notes().descriptor(AO + "<no-such-type key='x'/>").in(folder));
    plugins.enable("test.notes");
    assertThat(plugins.enabled()).hasSize(1);
  }

  @Test
  void nothingOfAnUninstalledPluginIsHeld() throws Exception {
    WeakReference<ClassLoader> loader = usedAndUninstalled();
    long end = System.nanoTime() + 20_000_000_000L;
    while (loader.get() != null) {
      assertThat(System.nanoTime()).as("the class loader is collected").isLessThan(end);
      System.gc();
    }
  }

  private WeakReference<ClassLoader> usedAndUninstalled() throws Exception {
    Plugin plugin = plugins.install(notes().in(folder));
    plugins.enable("test.notes");
    assertThat(plugin.create(NOTES, Supplier.class).get()).isEqualTo("false 1");
    assertThat(plugin.text("hello", Locale.GERMAN)).contains("Hallo");
    WeakReference<ClassLoader> loader = new WeakReference<>(plugin.classLoader());
    plugins.uninstall("test.notes");
    return loader;
  }

  private static LocaleResolver locales(Supplier<Locale> ofTheRequest) {
    return new LocaleResolver() {
      @Override
      public Locale getLocale() {
        return ofTheRequest.get();
      }

      @Override
      public Locale getLocale(UserKey userKey) {
        throw new AssertionError("nobody is asked about");
      }
    };
  }

  @Test
  void whatTheHostPublishesIsInTheServiceRegistry() throws Exception {
    plugins.publish(LocaleResolver.class, locales(() -> Locale.GERMAN));
    plugins.install(notes().in(folder));
    plugins.enable("test.notes");
    BundleContext context =
        BundleReference.class
            .cast(plugins.enabled().get(0).classLoader())
            .getBundle()
            .getBundleContext();
    var reference = context.getServiceReference(LocaleResolver.class);
    assertThat(context.getService(reference).getLocale()).isEqualTo(Locale.GERMAN);
  }

  @Test
  void classesOfTheHostCannotBeSeen() throws Exception {
    Plugin plugin = plugins.install(notes().in(folder));
    plugins.enable("test.notes");
    assertThatThrownBy(() -> plugin.classLoader().loadClass("org.h2.Driver"))
        .isInstanceOf(ClassNotFoundException.class);
    assertThatThrownBy(() -> plugin.classLoader().loadClass(PluginSystem.class.getName()))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void anImportThatNobodyPublishesKeepsThePluginFromBeingEnabled() throws Exception {
    plugins.install(
        notes().index("imports", "com.atlassian.sal.api.message.I18nResolver").in(folder));
    assertThatThrownBy(() -> plugins.enable("test.notes"))
        .isInstanceOf(PluginRefusedException.class)
        .hasMessageContaining("I18nResolver, which nobody publishes");
    assertThat(plugins.enabled()).isEmpty();
  }

  @Test
  void activeObjectsInAConstructorAreRefused() throws Exception {
    plugins.install(
        notes()
            .with(EagerNotes.class)
            .index("component", EagerNotes.class.getName())
            .index("exports")
            .in(folder));
    assertThatThrownBy(() -> plugins.enable("test.notes"))
        .isInstanceOf(PluginRefusedException.class)
        .hasMessageContaining("before it is enabled");
  }

  @Test
  void aTableNameOfMoreThanThirtyCharactersIsRefused() throws Exception {
    String tooLong = NoteWithAMuchTooLongNameForATable.class.getName();
    plugins.install(
        notes()
            .with(NoteWithAMuchTooLongNameForATable.class)
            .descriptor("<ao key='ao'><entity>" + tooLong + "</entity></ao>")
            .in(folder));
    assertThatThrownBy(() -> plugins.enable("test.notes"))
        .isInstanceOf(PluginRefusedException.class)
        .hasMessageContaining("30");
  }

  @Test
  void whatTheProductWouldRefuseIsRefused() throws Exception {
    refused(notes().without("Atlassian-Plugin-Key"), "no Atlassian-Plugin-Key");
    refused(notes().header("Bundle-Version", "0.0.0"), "no valid Bundle-Version");
    refused(
        notes().header("Atlassian-Plugin-Key", "other"), "differs from the Bundle-SymbolicName");
    refused(notes().without("META-INF/spring/plugin-context.xml"), "scan-indexes");
    refused(notes().without("atlassian-plugin.xml"), "no atlassian-plugin.xml");
    refused(
        notes()
            .entry(
                "com/atlassian/plugin/spring/scanner/annotation/imports/ComponentImport.class", ""),
        "annotations of Spring Scanner");
    refused(
        notes()
            .entry(
                "atlassian-plugin.xml", "<atlassian-plugin key='test.notes' plugins-version='1'/>"),
        "plugins-version");
    assertThat(plugins.installed()).isEmpty();
  }

  private void refused(PluginJar jar, String reason) throws Exception {
    Path file = jar.in(folder);
    assertThatThrownBy(() -> plugins.install(file))
        .isInstanceOf(PluginRefusedException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void furtherDescriptorsComeFromTheScanFolders() throws Exception {
    plugins.install(
        notes()
            .header("Atlassian-Scan-Folders", "META-INF/plugin-descriptors")
            .entry(
                "META-INF/plugin-descriptors/wr.xml", "<bundles><web-resource key='w'/></bundles>")
            .in(folder));
    plugins.enable("test.notes");
    assertThat(plugins.module("test.notes:w")).isPresent();
  }
}
