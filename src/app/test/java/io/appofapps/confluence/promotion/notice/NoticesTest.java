package io.appofapps.confluence.promotion.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.cluster.TestConfiguration;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.promotion.Person;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.PromotionState;
import io.appofapps.confluence.promotion.Promotions;
import io.appofapps.confluence.promotion.Request;
import io.appofapps.confluence.promotion.approval.ApprovalRule;
import io.appofapps.confluence.promotion.approval.Judgement;
import io.appofapps.confluence.promotion.desk.Ability;
import io.appofapps.confluence.promotion.desk.Actor;
import io.appofapps.confluence.promotion.desk.Case;
import io.appofapps.confluence.promotion.desk.DeskException;
import io.appofapps.confluence.promotion.desk.PromotionDesk;
import io.appofapps.confluence.promotion.desk.Saying;
import io.appofapps.confluence.promotion.rules.PromotionRules;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.view.Reader;
import io.appofapps.confluence.view.TextsIn;
import java.lang.reflect.Proxy;
import java.text.MessageFormat;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticesTest {

  private static final TextsIn TEXTS =
      (locale, key, arguments) ->
          new MessageFormat(
                  ResourceBundle.getBundle(
                          "io.appofapps.confluence.i18n",
                          locale,
                          ResourceBundle.Control.getNoFallbackControl(
                              ResourceBundle.Control.FORMAT_DEFAULT))
                      .getString(key),
                  locale)
              .format(arguments);

  private final TestConfiguration configuration = new TestConfiguration();
  private final List<Message> sent = new ArrayList<>();
  private final Map<String, Set<String>> members = new LinkedHashMap<>();
  private final Set<String> mayApprove = new HashSet<>();
  private final Set<String> mayNotSee = new HashSet<>();
  private Promotion promotion = Promotions.requested("dora", "key-1");

  @BeforeEach
  void people() {
    members.put("developers", Set.of("dora"));
    members.put("approvers", Set.of("ann", "bea", "dora"));
    mayApprove.addAll(Set.of("ann", "bea"));
    rules(true);
  }

  private void rules(boolean notices) {
    configuration.set(
        Configuration.EMPTY.withPromotion(
            new PromotionRules(true, List.of(), List.of(), false, 0, notices, Optional.empty())));
  }

  private void tell(String event, String who) {
    Messenger broken =
        message -> {
          throw new IllegalStateException("away");
        };
    new Notices(
            configuration,
            desk(),
            new People(),
            new Wording(TEXTS, () -> "https://wiki.example.com"),
            List.of(broken, sent::add))
        .tell(promotion, event, who.isEmpty() ? Person.NOBODY : Promotions.person(who));
  }

  private PromotionDesk desk() {
    return (PromotionDesk)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {PromotionDesk.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("find")) {
                return find(((Actor) arguments[0]).viewer().key());
              }
              throw new AssertionError(method);
            });
  }

  private Case find(String person) throws DeskException {
    if (mayNotSee.contains(person)) {
      throw new DeskException(DeskException.Kind.UNKNOWN, Saying.of("nothing"));
    }
    Ability approve =
        mayApprove.contains(person) ? Ability.YES : Ability.no("aoa.promotion.vote.not-entitled");
    return new Case(
        promotion,
        1,
        ApprovalRule.DEFAULT,
        List.of("approvers", "gone"),
        new Judgement(1, List.of(), Promotions.NOW, false),
        List.of(),
        approve,
        approve,
        Ability.YES,
        Ability.YES);
  }

  private void becomes(PromotionState state, String cause) {
    promotion =
        new Promotion(
            promotion.id(),
            promotion.request(),
            state,
            List.of(),
            List.of(),
            Optional.empty(),
            promotion.reached(),
            cause);
  }

  @Test
  void aRequestIsToldToThoseWhoMayApproveIt() {
    tell("request", "dora");
    assertThat(sent).extracting(Message::recipient).containsExactlyInAnyOrder("ann", "bea");
    Message message = sent.get(0);
    assertThat(message.subject())
        .isEqualTo("Your approval is wanted: checkout from staging to prod");
    assertThat(message.text())
        .contains("image.tag: 1.4.2 \u2192 1.5.0")
        .contains("Asked for by dora")
        .contains("Reason: for the ");
    assertThat(message.address())
        .isEqualTo("https://wiki.example.com/plugins/servlet/aoa/approvals");
  }

  @Test
  void whoApprovesReadsThatACopilotHasAskedAndInWhoseName() {
    Person dora = Promotions.through("helper\n2", Promotions.person("dora"));
    promotion = Promotion.requested(Promotions.request(dora, "key-1"));
    tell("request", "dora");
    assertThat(sent.get(0).text())
        .contains("Asked for by " + dora.name() + " through the copilot helper 2.");
  }

  @Test
  void whoMayNotSeeOrNotApproveItHearsNothing() {
    mayNotSee.add("ann");
    mayApprove.remove("bea");
    tell("request", "dora");
    assertThat(sent).isEmpty();
  }

  @Test
  void eachReadsTheirOwnLanguage() {
    members.put("approvers", Set.of("de-ada"));
    mayApprove.add("de-ada");
    tell("request", "dora");
    assertThat(sent.get(0).subject())
        .isEqualTo("Ihre Genehmigung ist gefragt: checkout von staging nach prod");
  }

  @Test
  void notMorePeopleThanDecideAreTold() {
    Set<String> many = IntStream.range(0, 300).mapToObj(i -> "p" + i).collect(Collectors.toSet());
    members.put("approvers", many);
    mayApprove.addAll(many);
    tell("request", "dora");
    assertThat(sent).hasSize(Notices.MOST_RECIPIENTS);
  }

  @ParameterizedTest
  @CsvSource({
    "approve, APPROVED, Approved",
    "reject, REJECTED, Rejected",
    "expire, EXPIRED, Expired",
    "block, BLOCKED, Blocked",
    "fail, FAILED, Failed",
    "become-healthy, HEALTHY, Healthy",
    "roll-back, ROLLED_BACK, Rolled back"
  })
  void whatBecomesOfItIsToldToWhoAsked(String event, PromotionState state, String said) {
    becomes(state, "the host says no");
    tell(event, "");
    assertThat(sent).extracting(Message::recipient).containsExactly("dora");
    assertThat(sent.get(0).subject()).startsWith(said + ": checkout from staging");
    assertThat(sent.get(0).text()).contains("Why: the host says no");
    assertThat(sent.get(0).address())
        .isEqualTo("https://wiki.example.com/pages/viewpage.action?pageId=4711");
  }

  @Test
  void nobodyIsToldWhatTheyHaveDoneThemselves() {
    becomes(PromotionState.CANCELLED, "");
    tell("cancel", "dora");
    mayApprove.add("dora");
    becomes(PromotionState.REQUESTED, "");
    tell("request", "dora");
    assertThat(sent).extracting(Message::recipient).doesNotContain("dora");
  }

  @Test
  void stepsOnTheWayAreNotTold() {
    becomes(PromotionState.SYNCING, "");
    List.of("vote", "commit", "sync", "resume", "open-review").forEach(event -> tell(event, ""));
    assertThat(sent).isEmpty();
  }

  @Test
  void whenApprovalIsVoidItIsWantedAgain() {
    tell("void-approval", "");
    assertThat(sent).extracting(Message::recipient).containsExactlyInAnyOrder("ann", "bea");
  }

  @Test
  void whoHasLeftHearsNothing() {
    becomes(PromotionState.FAILED, "");
    members.clear();
    tell("fail", "");
    assertThat(sent).isEmpty();
  }

  @Test
  void theAdministratorCanSwitchThemOff() {
    rules(false);
    tell("request", "dora");
    assertThat(sent).isEmpty();
  }

  @Test
  void noTextOfAnybodyPassesForALineOfItsOwn() {
    Request asked = promotion.request();
    promotion =
        Promotion.requested(
            new Request(
                asked.set(),
                "checkout\r\nBcc: eve@example.com",
                asked.from(),
                asked.to(),
                asked.source(),
                asked.target(),
                asked.moves(),
                asked.digest(),
                asked.bases(),
                asked.by(),
                "good\n\nApprove here: https://evil.example.com \u202e" + "x".repeat(5_000),
                OptionalLong.empty(),
                asked.idempotencyKey(),
                Optional.empty(),
                asked.at()));
    tell("request", "dora");
    assertThat(sent.get(0).subject()).doesNotContain("\n").doesNotContain("\r");
    assertThat(sent.get(0).text().lines().filter(line -> line.startsWith("Approve"))).isEmpty();
    assertThat(sent.get(0).text()).doesNotContain("\u202e").hasSizeLessThan(1_500);
  }

  private final class People implements Colleagues {
    @Override
    public Optional<Viewer> find(String key) {
      return members.values().stream().anyMatch(all -> all.contains(key))
          ? Optional.of(viewer(key))
          : Optional.empty();
    }

    @Override
    public List<String> members(String group, int most) {
      return members.getOrDefault(group, Set.of()).stream().limit(most).toList();
    }
  }

  private static Viewer viewer(String key) {
    return new Viewer() {
      @Override
      public String key() {
        return key;
      }

      @Override
      public Reader reader() {
        return new Reader(key.startsWith("de-") ? Locale.GERMAN : Locale.ENGLISH, ZoneOffset.UTC);
      }

      @Override
      public Set<String> groups() {
        return Set.of();
      }

      @Override
      public boolean seesSpace(String space) {
        return true;
      }

      @Override
      public boolean sees(Object content) {
        return true;
      }

      @Override
      public boolean edits(Object content) {
        return false;
      }
    };
  }
}
