package io.appofapps.devhost.browser;

import io.appofapps.devhost.web.Browser;
import java.net.http.HttpResponse;
import java.util.Arrays;

/** One of the demo's people with their access token, or nobody at all. */
final class Account {

  private static final String DEMO = "/display/DEMO/";
  private final RunningDemo demo;
  private final String[] headers;

  private Account(RunningDemo demo, String... headers) {
    this.demo = demo;
    this.headers = headers;
  }

  static Account of(RunningDemo demo, String name) {
    return new Account(
        demo, "Authorization", "Bearer " + demo.token(name), "X-Atlassian-Token", "no-check");
  }

  /** Somebody who has not signed in. */
  static Account anonymous(RunningDemo demo) {
    return new Account(demo, "X-Atlassian-Token", "no-check");
  }

  /** A session of the administrator who has confirmed the password. */
  static Browser console(RunningDemo demo) {
    Browser browser = new Browser(demo.url());
    browser.login("admin", "admin", "/");
    browser.confirmPassword("admin");
    return browser;
  }

  HttpResponse<String> get(String path) {
    return new Browser(demo.url()).get(path, headers);
  }

  HttpResponse<String> post(String path, String json) {
    return send("POST", path, json);
  }

  HttpResponse<String> send(String method, String path, String json) {
    return new Browser(demo.url()).call(method, path, "application/json", json, headers);
  }

  /** A table of a set as the macros' REST has it. */
  HttpResponse<String> csv(String path) {
    return as(path, "text/csv");
  }

  /** A GET of that media type. */
  HttpResponse<String> as(String path, String type) {
    String[] all = Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Accept";
    all[headers.length + 1] = type;
    return new Browser(demo.url()).get(path, all);
  }

  /** The HTML of a page of the space DEMO, as the browser, an export or a feed gets it. */
  String page(String title, String output) {
    return get(DEMO + Visitor.encoded(title) + "?output=" + output).body();
  }

  /** What a tab would ask for one block on that page, with nothing known so far. */
  HttpResponse<String> live(String block, String parameters, long page) {
    return post(
        "/rest/aoa/1.0/live",
        "{\"blocks\":[{\"id\":\"a\",\"block\":\"%s\",\"parameters\":\"%s\",\"page\":\"%d\",\"revision\":\"\"}]}"
            .formatted(block, parameters, page));
  }
}
