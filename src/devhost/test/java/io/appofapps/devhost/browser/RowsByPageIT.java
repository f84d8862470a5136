package io.appofapps.devhost.browser;

import static io.appofapps.devhost.browser.TestPages.macro;
import static io.appofapps.devhost.browser.TestPages.parameter;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Rows that are chosen by the pages of their services. */
@BrowserTest
class RowsByPageIT {

  private static final String RECONCILE = "/rest/aoa/1.0/admin/reconcile";
  private static final String SETS = "/rest/aoa/1.0/sets/hq/";
  private static final String PAGE = "Chosen by tier";

  @Test
  void aPageChoosesTheRowsOfItsServiceForThoseWhoMayViewIt(RunningDemo demo) {
    TestPages pages = new TestPages(demo);
    Account admin = Account.of(demo, "admin");
    Account viewer = Account.of(demo, "viewer");
    Account developer = Account.of(demo, "developer");
    long cart = pages.write("TIERS", "Cart service", page("cart-prod", "gold"));
    long ledger = pages.write("TIERS", "Ledger service", page("ledger-prod", "gold"));
    pages.restrict(ledger, "developer");
    pages.write(
        "DEMO",
        PAGE,
        macro("aoa-environments", parameter("set", "hq") + parameter("property", "Tier=gold"))
            + macro("aoa-owners", parameter("set", "hq") + parameter("space", "TIERS")));
    assertThat(admin.post(RECONCILE, "").statusCode()).isEqualTo(202);
    Await.until(
        "the pages to be read",
        Duration.ofSeconds(60),
        () -> asked(developer, "environments", "property", "Tier=gold").contains("ledger"));

    for (String what : new String[] {"environments", "owners"}) {
      for (String[] by : new String[][] {{"property", "tier=GOLD"}, {"space", "tiers"}}) {
        assertThat(asked(developer, what, by))
            .contains("cart", "ledger")
            .doesNotContain("payments");
        assertThat(asked(viewer, what, by)).contains("cart").doesNotContain("ledger", "payments");
        assertThat(viewer.csv(SETS + what + "?" + query(by)).body())
            .contains("cart")
            .doesNotContain("ledger", "payments");
      }
      assertThat(asked(viewer, what, "property", "Tier=silver")).doesNotContain("cart");
      assertThat(asked(viewer, what, "property", "Tier", "space", "DEMO")).doesNotContain("cart");
    }
    for (String output : TestPages.OUTPUTS) {
      assertThat(viewer.page(PAGE, output)).as(output).contains("cart").doesNotContain("ledger");
      assertThat(developer.page(PAGE, output)).as(output).contains("cart", "ledger");
    }

    pages.trash(cart);
    Await.until(
        "the page in the trash to be forgotten",
        Duration.ofSeconds(60),
        () -> !asked(viewer, "environments", "property", "Tier=gold").contains("cart"));
    pages.trash(ledger);
  }

  private static String page(String application, String tier) {
    return TestPages.details("Tier", tier)
        + macro("aoa-application", parameter("set", "hq") + parameter("application", application));
  }

  private static String asked(Account account, String what, String... namesAndValues) {
    return account.get(SETS + what + "?" + query(namesAndValues)).body();
  }

  private static String query(String... namesAndValues) {
    StringBuilder query = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      query
          .append(namesAndValues[i])
          .append('=')
          .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8))
          .append('&');
    }
    return query.toString();
  }
}
