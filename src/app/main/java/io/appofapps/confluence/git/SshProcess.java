package io.appofapps.confluence.git;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSchException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

/** A command that runs at an SSH host, as JGit wants to see it. */
final class SshProcess extends Process {

  private static final int POLL_MILLIS = 20;

  private final ChannelExec channel;
  private final InputStream out;
  private final InputStream errors;
  private final OutputStream in;

  private SshProcess(ChannelExec channel, InputStream out, InputStream errors, OutputStream in) {
    this.channel = channel;
    this.out = out;
    this.errors = errors;
    this.in = in;
  }

  /** Starts the command of the channel. */
  static SshProcess start(ChannelExec channel, Budget budget, int millis)
      throws IOException, JSchException {
    SshProcess process =
        new SshProcess(
            channel,
            budget.limited(channel.getInputStream()),
            channel.getErrStream(),
            channel.getOutputStream());
    channel.connect(millis);
    return process;
  }

  @Override
  public InputStream getInputStream() {
    return out;
  }

  @Override
  public InputStream getErrorStream() {
    return errors;
  }

  @Override
  public OutputStream getOutputStream() {
    return in;
  }

  @Override
  public int exitValue() {
    if (!channel.isClosed()) {
      throw new IllegalThreadStateException("still running");
    }
    return channel.getExitStatus();
  }

  @Override
  public int waitFor() throws InterruptedException {
    waitFor(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    return exitValue();
  }

  /** JSch tells nobody when a channel is closed. */
  @Override
  public boolean waitFor(long timeout, TimeUnit unit) throws InterruptedException {
    long begin = System.nanoTime();
    while (!channel.isClosed() && channel.isConnected()) {
      if (System.nanoTime() - begin > unit.toNanos(timeout)) {
        return false;
      }
      Thread.sleep(POLL_MILLIS);
    }
    return channel.isClosed();
  }

  @Override
  public void destroy() {
    channel.disconnect();
  }
}
