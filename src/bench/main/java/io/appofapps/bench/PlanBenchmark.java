package io.appofapps.bench;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.ChildReference;
import io.appofapps.confluence.application.Source;
import io.appofapps.confluence.application.SyncStatus;
import io.appofapps.confluence.promotion.plan.Plan;
import io.appofapps.confluence.promotion.plan.Planner;
import io.appofapps.confluence.promotion.plan.RepositoryFiles;
import io.appofapps.confluence.promotion.splice.UnspliceableException;
import io.appofapps.confluence.promotion.splice.YamlText;
import io.appofapps.confluence.tree.Forest;
import io.appofapps.confluence.tree.NodeId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The plan of one promotion in a repository that is in memory already: a fifth of its files are
 * manifests of Applications in the folder of one parent, the others Kustomize overlays. The
 * baseline parses the four files that such a plan has to look into, and nothing else.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PlanBenchmark {

  private static final String ADDRESS = "https://git.example.com/gitops";
  private static final String SERVICE = "service-7";

  /** Files of the repository. */
  @Param({"1000", "10000"})
  int size;

  private Files files;
  private Forest forest;

  @Setup
  public void write() {
    int services = size / 10;
    files = new Files();
    List<Application> applications = new ArrayList<>();
    List<ChildReference> children = new ArrayList<>();
    for (int i = 0; i < services; i++) {
      for (String environment : List.of("staging", "prod")) {
        String name = "service-" + i + "-" + environment;
        String tag = environment.equals("prod") ? "1.4.2" : "1.5.0";
        String overlay = "services/service-" + i + "/overlays/" + environment;
        files.add("apps/" + name + ".yaml", manifest(name, overlay));
        files.add(overlay + "/kustomization.yaml", overlay(tag));
        for (String other : List.of("patch", "ingress", "quota")) {
          files.add(overlay + "/" + other + ".yaml", "kind: " + other + "\n");
        }
        applications.add(application(name, overlay, List.of(), List.of("acme/web:" + tag)));
        children.add(
            new ChildReference(
                ChildReference.Kind.APPLICATION, "argocd", name, SyncStatus.SYNCED, false));
      }
    }
    applications.add(application("root", "apps", children, List.of()));
    forest = Forest.of(applications, List.of());
    Plan plan = plan();
    if (!plan.blockers().isEmpty() || plan.edits().size() != 1 || files.all.size() != size) {
      throw new IllegalStateException(plan.blockers() + " in " + files.all.size() + " files");
    }
  }

  /** Parsing the files that hold the answer: the baseline. */
  @Benchmark
  public int baselineParseTouched() throws UnspliceableException {
    int documents = 0;
    for (String environment : List.of("staging", "prod")) {
      documents += parse("apps/" + SERVICE + "-" + environment + ".yaml");
      documents +=
          parse("services/" + SERVICE + "/overlays/" + environment + "/kustomization.yaml");
    }
    return documents;
  }

  private int parse(String path) throws UnspliceableException {
    return YamlText.parse(files.all.get(path)).size();
  }

  @Benchmark
  public Plan plan() {
    return new Planner(files, forest, key -> key.name().replaceFirst(".*-", ""))
        .plan(
            SERVICE,
            "staging",
            "prod",
            forest.node(NodeId.application(key(SERVICE + "-staging"))).orElseThrow(),
            forest.node(NodeId.application(key(SERVICE + "-prod"))).orElseThrow());
  }

  private static ApplicationKey key(String name) {
    return new ApplicationKey("prod", "argocd", name);
  }

  private static Application application(
      String name, String path, List<ChildReference> children, List<String> images) {
    return Organisation.application(
        key(name), new Source(ADDRESS, path, "", "main", List.of()), children, images);
  }

  private static String manifest(String name, String path) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata:
      name: %s
      namespace: argocd
      finalizers:
        - resources-finalizer.argocd.argoproj.io
    spec:
      project: shop
      source:
        repoURL: %s
        path: %s
        targetRevision: main
      destination:
        server: https://kubernetes.default.svc
        namespace: shop
      syncPolicy:
        automated: {prune: true, selfHeal: true}
    """
        .formatted(name, ADDRESS, path);
  }

  private static String overlay(String tag) {
    return """
    resources: [ingress.yaml, quota.yaml]
    patches: [{path: patch.yaml}]
    images:
      - name: acme/web
        newTag: %s
    """
        .formatted(tag);
  }

  private static final class Files implements RepositoryFiles {

    private final TreeMap<String, byte[]> all = new TreeMap<>();

    void add(String path, String text) {
      all.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Commit resolve(String repository, String revision) {
      return new Commit("gitops", repository, "main", "1".repeat(40));
    }

    @Override
    public List<String> list(Commit commit, String folder) {
      return folder.isEmpty()
          ? List.copyOf(all.keySet())
          : List.copyOf(all.subMap(folder + "/", folder + "0").keySet());
    }

    @Override
    public Optional<byte[]> read(Commit commit, String path) {
      return Optional.ofNullable(all.get(path));
    }
  }
}
