package it.host;

import static org.junit.Assert.assertEquals;
import static org.junit.Assume.assumeTrue;

import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.FixMethodOrder;
import org.junit.Ignore;
import org.junit.Test;
import org.junit.runners.MethodSorters;

/** Run by the host, not by the build: each method ends in another way. */
@SuppressWarnings(
    "JUnit4ClassAnnotationNonStatic") // methods of the instance: the contract of wired tests
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class StatefulSample {

  private int prepared;
  private int count;

  @BeforeClass
  public void prepareOnce() {
    prepared++;
  }

  @Before
  public void countUp() {
    count++;
  }

  @Test
  public void aFirst() {
    assertEquals(1, prepared);
    assertEquals(1, count);
  }

  @Test
  public void bSameInstance() {
    assertEquals(1, prepared);
    assertEquals(2, count);
  }

  @Test
  public void cFails() {
    assertEquals("expected", "actual");
  }

  @Test
  @Ignore("to be seen as ignored")
  public void dIgnored() {
    assertEquals(1, 2);
  }

  @Test
  public void eAssumption() {
    assumeTrue(false);
  }

  @AfterClass
  public void afterAll() {
    assertEquals(4, count);
  }
}
