package io.appofapps.confluence.state.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.AffectedResource;
import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.ChildReference;
import io.appofapps.confluence.application.Condition;
import io.appofapps.confluence.application.Deployment;
import io.appofapps.confluence.application.Destination;
import io.appofapps.confluence.application.Details;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.application.Hydration;
import io.appofapps.confluence.application.IgnoredDifference;
import io.appofapps.confluence.application.InfoItem;
import io.appofapps.confluence.application.OwnerReference;
import io.appofapps.confluence.application.ResourceCounts;
import io.appofapps.confluence.application.Since;
import io.appofapps.confluence.application.Source;
import io.appofapps.confluence.application.SyncStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RowDocumentTest {

  private static final ApplicationKey KEY = new ApplicationKey("c", "n", "a");

  @Property(tries = 500)
  void writingAndReadingGivesBackAnEqualApplication(@ForAll("applications") Application before) {
    String text = ApplicationDocument.write(before).write();

    assertThat(ApplicationDocument.read(KEY, Document.parse(text))).isEqualTo(before);
    assertThat(text).matches("[\\x20-\\x7f]*");
  }

  @Test
  void aRowOfAnOlderVersionHasNoDetails() {
    String older = "{\"sync\":\"OutOfSync\",\"health\":\"Healthy\",\"automated\":true}";

    Application read = ApplicationDocument.read(KEY, Document.parse(older));

    assertThat(read.sync()).isEqualTo(SyncStatus.OUT_OF_SYNC);
    assertThat(read.details()).isEqualTo(Details.NONE);
  }

  @Test
  void whatIsEmptyTakesNoRoom() {
    assertThat(ApplicationDocument.write(Application.unknown(KEY)).write())
        .isEqualTo("{\"sync\":\"Unknown\",\"health\":\"Unknown\"}");
  }

  @Provide
  Arbitrary<Application> applications() {
    Arbitrary<String> texts = Arbitraries.strings().all().ofMaxLength(12);
    Arbitrary<List<String>> lists = texts.list().ofMaxSize(3);
    Arbitrary<Instant> moments =
        Arbitraries.longs().between(-1_000_000_000L, 9_000_000_000L).map(Instant::ofEpochSecond);
    return Arbitraries.randomValue(
        random -> {
          java.util.function.Supplier<String> text =
              () -> texts.generator(100).next(random).value();
          java.util.function.Supplier<List<String>> list =
              () -> lists.generator(100).next(random).value();
          java.util.function.Supplier<Optional<Instant>> moment =
              () ->
                  random.nextBoolean()
                      ? Optional.of(moments.generator(100).next(random).value())
                      : Optional.empty();
          return new Application(
              KEY,
              text.get(),
              text.get(),
              list.get().stream()
                  .map(each -> new Source(each, text.get(), text.get(), text.get(), list.get()))
                  .toList(),
              new Destination(text.get(), text.get(), text.get()),
              random.nextBoolean(),
              SyncStatus.values()[random.nextInt(3)],
              list.get(),
              HealthStatus.values()[random.nextInt(6)],
              moment.get(),
              text.get(),
              text.get(),
              list.get().stream()
                  .map(
                      each ->
                          new ChildReference(
                              ChildReference.Kind.values()[random.nextInt(2)],
                              each,
                              text.get(),
                              SyncStatus.values()[random.nextInt(3)],
                              random.nextBoolean()))
                  .toList(),
              new ResourceCounts(random.nextInt(9), random.nextInt(9), random.nextInt(9)),
              text.get(),
              random.nextBoolean()
                  ? Optional.of(new OwnerReference(text.get(), text.get()))
                  : Optional.empty(),
              Map.of(text.get(), text.get()),
              Map.of(text.get(), text.get()),
              list.get().stream().map(each -> new InfoItem(each, text.get())).toList(),
              list.get(),
              list.get(),
              list.get().stream()
                  .map(each -> new Condition(each, text.get(), moment.get()))
                  .toList(),
              moment.get(),
              moment.get(),
              moment.get(),
              list.get(),
              new Details(
                  random.nextBoolean(),
                  random.nextBoolean(),
                  random.nextBoolean(),
                  list.get().stream()
                      .map(
                          each ->
                              new AffectedResource(
                                  each,
                                  text.get(),
                                  text.get(),
                                  text.get(),
                                  random.nextBoolean(),
                                  random.nextBoolean(),
                                  random.nextBoolean()
                                      ? Optional.of(HealthStatus.values()[random.nextInt(6)])
                                      : Optional.empty()))
                      .toList(),
                  random.nextInt(9),
                  list.get().stream()
                      .map(
                          each ->
                              new IgnoredDifference(
                                  each,
                                  text.get(),
                                  text.get(),
                                  text.get(),
                                  list.get(),
                                  list.get(),
                                  random.nextInt(9)))
                      .toList(),
                  random.nextInt(9),
                  random.nextBoolean()
                      ? Optional.of(
                          new Hydration(
                              text.get(), text.get(), text.get(), text.get(), moment.get()))
                      : Optional.empty(),
                  moment.get(),
                  moment.get(),
                  moment.get(),
                  random.nextInt(9),
                  moment.get().map(at -> new Since(at, random.nextBoolean())),
                  moment.get().stream()
                      .map(at -> new Deployment(at, list.get(), text.get(), random.nextBoolean()))
                      .toList()));
        });
  }

  /** The Application with that text wherever a manifest can bring one. */
  static Application with(Application a, String text) {
    return new Application(
        a.key(),
        a.uid(),
        text,
        a.sources(),
        new Destination(text, text, text),
        a.automated(),
        a.sync(),
        List.of(text),
        a.health(),
        a.healthSince(),
        text,
        text,
        a.children(),
        a.resources(),
        text,
        a.owner(),
        Map.of(text, text),
        Map.of(text, text),
        List.of(new InfoItem(text, text)),
        List.of(text),
        List.of(text),
        List.of(new Condition(text, text, Optional.empty())),
        a.reconciledAt(),
        a.createdAt(),
        a.deletedAt(),
        List.of(text),
        new Details(
            true,
            true,
            true,
            List.of(new AffectedResource(text, text, text, text, true, false, Optional.empty())),
            1,
            List.of(new IgnoredDifference(text, text, text, text, List.of(text), List.of(text), 2)),
            1,
            Optional.of(new Hydration(text, text, text, text, Optional.empty())),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            Optional.empty(),
            List.of(new Deployment(Instant.EPOCH, List.of(text), text, false))));
  }
}
