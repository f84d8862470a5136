package io.appofapps.devhost.browser;

import static io.appofapps.devhost.browser.TestPages.macro;
import static io.appofapps.devhost.browser.TestPages.parameter;
import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

/** Macros in rows of Page Properties, collected by the Page Properties Report of another page. */
@BrowserTest
class PropertiesReportIT {

  private static final String REPORT = "Report of services";
  private static final String LABEL = "reported-service";

  @Test
  void aReportShowsWhatTheMacrosOfEachPageSayWithinTheRightsOfWhoLooks(RunningDemo demo) {
    TestPages pages = new TestPages(demo);
    long open = pages.write("DEMO", "Payments, reported", page("payments"), LABEL);
    long closed = pages.write("DEMO", "Ledger, reported", page("ledger"), LABEL);
    pages.restrict(closed, "developer");
    pages.write("DEMO", REPORT, macro("detailssummary", parameter("label", LABEL)));

    Elements rows = rows(Account.of(demo, "developer"), "display");
    assertThat(rows).hasSize(2);
    assertThat(rows.select(".title").eachText())
        .containsExactly("Ledger, reported", "Payments, reported");
    Element payments = rows.last();
    assertThat(payments.select("[data-block=aoa-environments]").attr("data-page"))
        .isEqualTo(Long.toString(open));
    assertThat(payments.select("table.aoa-table tbody th").text()).isEqualTo("payments");

    for (String output : TestPages.OUTPUTS) {
      Elements seen = rows(Account.of(demo, "viewer"), output);
      assertThat(seen).as(output).hasSize(1);
      assertThat(seen.text()).as(output).contains("payments", "staging").doesNotContain("ledger");
    }
  }

  private static String page(String service) {
    return TestPages.details(
        "Where it runs",
        macro("aoa-environments", parameter("set", "hq") + parameter("services", service)));
  }

  private static Elements rows(Account account, String output) {
    return Jsoup.parse(account.page(REPORT, output))
        .select("table.metadata-summary-macro > tbody > tr");
  }
}
