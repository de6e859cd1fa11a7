package broken.inmemory;

import org.junit.jupiter.api.TestInfo;

final class UsesJUnit {
  TestInfo test;
}
