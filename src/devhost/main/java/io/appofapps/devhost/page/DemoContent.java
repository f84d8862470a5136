package io.appofapps.devhost.page;

import io.appofapps.devhost.content.Content;
import io.appofapps.devhost.content.Page;
import io.appofapps.devhost.content.PageEdit;
import io.appofapps.devhost.content.Restriction;
import io.appofapps.devhost.content.Space;
import java.util.OptionalLong;
import java.util.Set;

/** The space DEMO of a host started for showing. */
final class DemoContent {

  private static final String AUTHOR = "admin";
  private static final String SPACE = "DEMO";

  private final Content content;

  DemoContent(Content content) {
    this.content = content;
  }

  /** Makes the space once; a space that is there is left as it is. */
  void create() {
    if (content.spaces().find(SPACE).isPresent()) {
      return;
    }
    content.spaces().create(new Space(SPACE, "Demo", "What App of Apps shows on pages."));
    Page tree =
        page(
            OptionalLong.empty(),
            "Deployment tree",
            tree("hq", "")
                + "\n"
                + "<p>The tree above is read from Kubernetes, not typed: it follows the cluster"
                + " while this page is open. Edit the page to see the macro in the editor, or type"
                + " <code>{aoa</code> there to add another.</p>");
    OptionalLong below = OptionalLong.of(tree.id());
    page(
        below,
        "All applications as a table",
        "<p>The same deployment set, one row for each application.</p>\n"
            + tree("hq", parameter("layout", "table")));
    page(
        below,
        "Environments",
        "<p>Which version of each service runs where, and what is ahead of what.</p>\n"
            + macro("aoa-environments", parameter("set", "hq")));
    page(
        below,
        "Ownership",
        "<p>Who owns each service, who is on call, and where runbooks and release notes are: what"
            + " the manifests say, and what they do not.</p>\n"
            + macro("aoa-owners", parameter("set", "hq")));
    page(
        below,
        "One tree for each environment",
        "<ac:structured-macro ac:name=\"toc\"/>\n<p>One block for each environment.</p>\n"
            + environment("dev")
            + environment("staging")
            + environment("prod"));
    page(
        below,
        "Drift",
        "<p>The whole set: "
            + drift(parameter("form", "badge"))
            + ". The service catalog: "
            + drift(parameter("form", "badge") + parameter("service", "catalog"))
            + ".</p>\n"
            + drift(parameter("severity", "warning"))
            + "\n<h2>What is worth knowing of the service catalog</h2>\n"
            + drift(parameter("service", "catalog")));
    page(
        below,
        "Payments",
        "<p>The payments service: "
            + drift(parameter("form", "badge") + parameter("service", "payments"))
            + "</p>\n"
            + application("payments-prod")
            + "\n<ac:structured-macro ac:name=\"details\"><ac:rich-text-body>\n<table><tbody>\n"
            + "<tr><th>Owner</th><td><p>team-checkout</p></td></tr>\n"
            + "<tr><th>On call</th><td>#payments-oncall</td></tr>\n"
            + "<tr><th>Runbook</th><td /></tr>\n"
            + "</tbody></table>\n</ac:rich-text-body></ac:structured-macro>\n"
            + "\n<h2>Where it runs</h2>\n"
            + macro("aoa-environments", parameter("set", "hq") + parameter("services", "payments"))
            + "\n<h2>Who looks after it</h2>\n"
            + macro(
                "aoa-owners",
                parameter("set", "hq") + parameter("label", "app.kubernetes.io/name=payments"))
            + "\n<h2>What has drifted</h2>\n"
            + drift(parameter("service", "payments"))
            + "\n<h2>To the next environment</h2>\n"
            + macro("aoa-promote", parameter("service", "payments") + parameter("set", "hq"))
            + "\n<h2>Who has promoted it</h2>\n"
            + macro("aoa-promotions", parameter("set", "hq") + parameter("service", "payments"))
            + "\n<h2>What is wrong around it</h2>\n"
            + tree("hq", parameter("show", "problems")));
    page(
        below,
        "Promote",
        "<p>From one environment to the next: what would change in Git, what stands against it, who"
            + " must agree, and how far it is. The developer asks, the approver agrees.</p>\n"
            + macro(
                "aoa-promote",
                parameter("service", "pricing") + parameter("set", "hq") + parameter("to", "prod"))
            + macro(
                "aoa-promote",
                parameter("service", "cart")
                    + parameter("set", "hq")
                    + parameter("to", "staging")));
    page(
        below,
        "Promotions",
        "<p>Who has promoted what, when, who agreed, and how it came out.</p>\n"
            + macro("aoa-promotions", parameter("set", "hq")));
    page(
        below,
        "When something is wrong",
        "<p>A macro never breaks its page: it says what is wrong and what to do.</p>\n"
            + "<h2>A deployment set that does not exist</h2>\n"
            + tree("no-such-set", "")
            + "\n<h2>A parameter that cannot be read</h2>\n"
            + tree("hq", parameter("depth", "very"))
            + "\n<h2>A macro that is not installed</h2>\n"
            + "<ac:structured-macro ac:name=\"not-installed\"/>");
    Page runbook =
        page(
            OptionalLong.empty(),
            "Runbook",
            "<ac:structured-macro ac:name=\"details\"><ac:rich-text-body>\n<table><tbody>\n"
                + "<tr><th>Team</th><td>Platform</td></tr>\n"
                + "<tr><th>On call</th><td>#platform-oncall</td></tr>\n</tbody></table>\n"
                + "</ac:rich-text-body></ac:structured-macro>"
                + "\n<h2>Where to look first</h2>\n<p>See <ac:link><ri:page"
                + " ri:content-title=\"Deployment tree\"/></ac:link>: a row in red names the"
                + " application to open in Argo CD.</p>\n"
                + "<ac:structured-macro ac:name=\"code\"><ac:plain-text-body><![CDATA[kubectl get"
                + " applications --all-namespaces]]></ac:plain-text-body></ac:structured-macro>");
    runbook(below, "Payments");
    runbook(below, "Storefront");
    Page restricted = runbook(below, "Ledger");
    content
        .restrictions()
        .set(
            restricted.id(),
            Restriction.Kind.VIEW,
            new Restriction(Set.of(AUTHOR), Set.of("developers")));
    content.labels().add(tree.id(), "deployment");
    content.labels().add(tree.id(), "argo-cd");
    content.labels().add(runbook.id(), "runbook");
  }

  private Page runbook(OptionalLong parent, String service) {
    Page page =
        page(
            parent,
            service + " runbook",
            "<p>What to do when " + service + " does not answer, step by step.</p>");
    content.labels().add(page.id(), "runbook");
    return page;
  }

  private Page page(OptionalLong parent, String title, String body) {
    return content.pages().create(SPACE, parent, new PageEdit(title, body, "", false, AUTHOR));
  }

  private static String environment(String name) {
    return "<h2>" + name + "</h2>\n" + tree("hq", parameter("environment", name)) + "\n";
  }

  private static String application(String name) {
    return "<ac:structured-macro ac:name=\"aoa-application\" ac:schema-version=\"1\">"
        + parameter("set", "hq")
        + parameter("application", name)
        + "</ac:structured-macro>";
  }

  private static String drift(String more) {
    return "<ac:structured-macro ac:name=\"aoa-drift\" ac:schema-version=\"1\">"
        + parameter("set", "hq")
        + more
        + "</ac:structured-macro>";
  }

  private static String tree(String set, String more) {
    return macro("aoa-tree", parameter("set", set) + more);
  }

  private static String macro(String name, String parameters) {
    return "<ac:structured-macro ac:name=\""
        + name
        + "\" ac:schema-version=\"1\">"
        + parameters
        + "</ac:structured-macro>";
  }

  private static String parameter(String name, String value) {
    return "<ac:parameter ac:name=\"" + name + "\">" + value + "</ac:parameter>";
  }
}
