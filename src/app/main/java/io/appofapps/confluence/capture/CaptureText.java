package io.appofapps.confluence.capture;

import io.appofapps.confluence.state.Change;
import io.appofapps.confluence.state.rows.ResourceText;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Resources as rows can hold them: a line of JSON each, compressed, in Base64, in parts. */
public final class CaptureText {

  /** Characters of a part. */
  static final int PART = 100_000;

  /** The most parts: about three megabytes compressed, some ten thousand Applications. */
  static final int MOST_PARTS = 40;

  private static final long MOST_BYTES = 400_000_000;

  private CaptureText() {}

  /** There is more than a kept snapshot may hold. */
  public static final class TooLargeException extends Exception {
    private static final long serialVersionUID = 1L;

    TooLargeException() {
      super("The deployment set is larger than a snapshot may be");
    }
  }

  /** The parts, in their order. */
  public static List<String> write(Collection<Change.Upsert<?>> resources)
      throws TooLargeException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      for (Change.Upsert<?> each : resources) {
        zip.write((ResourceText.write(each) + "\n").getBytes(StandardCharsets.US_ASCII));
        if (bytes.size() / 3 * 4 > PART * MOST_PARTS) {
          throw new TooLargeException();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String text = Base64.getEncoder().encodeToString(bytes.toByteArray());
    List<String> parts = new ArrayList<>();
    for (int at = 0; at < text.length(); at += PART) {
      parts.add(text.substring(at, Math.min(text.length(), at + PART)));
    }
    if (parts.size() > MOST_PARTS) {
      throw new TooLargeException();
    }
    return parts;
  }

  /**
   * The resources of the parts.
   *
   * @throws IllegalArgumentException when they are not what was written
   */
  public static List<Change<?>> read(List<String> parts) {
    byte[] bytes = Base64.getDecoder().decode(String.join("", parts));
    List<Change<?>> resources = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new Limited(new GZIPInputStream(new ByteArrayInputStream(bytes))),
                StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        resources.add(ResourceText.read(line));
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("A kept snapshot cannot be read", e);
    }
    return resources;
  }

  /** Ends with an error where more comes out than any snapshot has. */
  private static final class Limited extends FilterInputStream {
    private long left = MOST_BYTES;

    Limited(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      return counted(super.read(), 1);
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      int count = super.read(into, from, most);
      return counted(count, Math.max(0, count));
    }

    private int counted(int result, int count) throws IOException {
      left -= count;
      if (left < 0) {
        throw new IOException("longer than " + MOST_BYTES + " bytes");
      }
      return result;
    }
  }
}
