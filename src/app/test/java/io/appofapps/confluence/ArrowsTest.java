package io.appofapps.confluence;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which room of the app may know which: the arrows of the architecture. */
@AnalyzeClasses(
    packages = "io.appofapps.confluence",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {

  private static final String[] PURE = {
    "..confluence.application..",
    "..confluence.tree..",
    "..confluence.environment..",
    "..confluence.identity..",
    "..confluence.drift..",
    "..confluence.ownership..",
    "io.appofapps.confluence.docs",
    "..confluence.docs.storage..",
    "io.appofapps.confluence.promotion",
    "..confluence.promotion.plan..",
    "..confluence.promotion.splice..",
    "..confluence.promotion.gate..",
    "..confluence.promotion.approval..",
    "..confluence.promotion.rules..",
    "..confluence.promotion.record..",
    "..confluence.promotion.track.."
  };

  @ArchTest
  static final ArchRule THE_PURE_ROOMS_KNOW_THE_JDK_AND_EACH_OTHER_ONLY =
      classes()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "io.appofapps.confluence.application..",
              "io.appofapps.confluence.tree..",
              "io.appofapps.confluence.environment..",
              "io.appofapps.confluence.identity..",
              "io.appofapps.confluence.drift..",
              "io.appofapps.confluence.ownership..",
              "io.appofapps.confluence.docs",
              "io.appofapps.confluence.docs.storage..",
              "io.appofapps.confluence.promotion",
              "..confluence.promotion.plan..",
              "..confluence.promotion.splice..",
              "..confluence.promotion.gate..",
              "..confluence.promotion.approval..",
              "..confluence.promotion.rules..",
              "..confluence.promotion.rules..",
              "..confluence.promotion.approval..",
              "..confluence.promotion.rules..",
              "..confluence.promotion.rules..",
              "..confluence.promotion.record..",
              "..confluence.promotion.track..",
              "org.snakeyaml.engine..");

  @ArchTest
  static final ArchRule THE_VOCABULARY_KNOWS_NOTHING_OF_OURS =
      noClasses()
          .that()
          .resideInAPackage("..confluence.application..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..confluence.tree..", "..confluence.environment..");

  @ArchTest
  static final ArchRule THE_TREE_KNOWS_NO_ENVIRONMENTS =
      noClasses()
          .that()
          .resideInAPackage("..confluence.tree..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..confluence.environment..");

  @ArchTest
  static final ArchRule ONLY_THE_CLUSTER_ROOM_KNOWS_FABRIC8 =
      noClasses()
          .that()
          .resideOutsideOfPackage("..confluence.cluster..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.fabric8..");

  @ArchTest
  static final ArchRule ONLY_THE_GIT_ROOM_KNOWS_JGIT =
      noClasses()
          .that()
          .resideOutsideOfPackage("..confluence.git..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.eclipse.jgit..");

  @ArchTest
  static final ArchRule NOTHING_BELOW_KNOWS_THE_EDGES =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "..confluence.macro..",
              "..confluence.rest..",
              "..confluence.admin..",
              "..confluence.approvals..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..confluence.macro..",
              "..confluence.rest..",
              "..confluence.admin..",
              "..confluence.approvals..");

  @ArchTest
  static final ArchRule ONLY_THE_ROOM_OF_COPILOTS_KNOWS_THEIR_PROTOCOL =
      noClasses()
          .that()
          .resideOutsideOfPackage("..confluence.copilot..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.modelcontextprotocol..", "reactor..", "..confluence.copilot..");

  @ArchTest
  static final ArchRule THE_STATE_KNOWS_NEITHER_CLUSTERS_NOR_DEPLOYMENT_SETS =
      noClasses()
          .that()
          .resideInAPackage("..confluence.state..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..confluence.cluster..", "..confluence.set..");

  @ArchTest
  static final ArchRule ONLY_SIGHT_DECIDES_WHO_SEES_WHAT =
      noClasses()
          .that()
          .resideOutsideOfPackages("..confluence.sight..", "..confluence.identity..")
          .should()
          .dependOnClassesThat()
          // its decisions with their reasons are for all who tell people of them
          .haveNameMatching(".*\\.identity\\.(AccessControl|Matcher|ProjectRole)");

  @ArchTest
  static final ArchRule MACROS_AND_REST_FOR_EVERYBODY_SEE_NO_UNFILTERED_FOREST =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..confluence.macro..", "..confluence.view..", "..confluence.copilot..")
          .or()
          .haveSimpleName("SetsResource")
          .or()
          .haveSimpleName("TreeJson")
          .should()
          .dependOnClassesThat()
          .haveSimpleName("Forests");

  @ArchTest
  static final ArchRule SERVLETS_AND_REST_STAY_AT_THE_EDGES =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "..confluence.macro..",
              "..confluence.rest..",
              "..confluence.admin..",
              "..confluence.approvals..",
              "..confluence.copilot..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.servlet..", "jakarta.ws.rs..");

  @ArchTest
  static final ArchRule THE_CONFIGURATION_KNOWS_THE_JDK_AND_THE_RULES_OF_ENVIRONMENTS_ONLY =
      classes()
          .that()
          .resideInAPackage("io.appofapps.confluence.configuration")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "io.appofapps.confluence.configuration",
              "io.appofapps.confluence.environment..",
              "io.appofapps.confluence.docs",
              "io.appofapps.confluence.drift..",
              "io.appofapps.confluence.promotion.approval..",
              "io.appofapps.confluence.promotion.rules..",
              "io.appofapps.confluence.ownership..");

  @ArchTest
  static final ArchRule THE_ADMINISTRATION_KNOWS_NEITHER_CLUSTERS_NOR_CONFLUENCE =
      noClasses()
          .that()
          .resideInAPackage("..confluence.administration..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..confluence.cluster..", "io.appofapps.confluence.confluence..", "com.atlassian..");
}
