package broken.inmemory;

import org.slf4j.Logger;

final class UsesSlf4j {
  Logger logger;
}
