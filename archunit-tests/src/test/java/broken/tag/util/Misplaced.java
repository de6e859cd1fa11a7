package broken.tag.util;

final class Misplaced {}
